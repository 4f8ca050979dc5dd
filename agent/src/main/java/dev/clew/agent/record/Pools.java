// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Internals;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.answer.PoolList.Pool;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds executors by their threads: a worker of the JDK's pools leads to its pool, other threads that are alike in name
 * stand for a pool of which no more is known.
 *
 * <p><b>Threads</b>: any of Clew's. <b>Consistency</b>: each number is read by itself and was true at some moment.
 * <b>Cost</b>: reads fields of the pools and takes none of their locks, but for those that queues of the JDK take to
 * tell their size; calls no code of the application.
 */
final class Pools {

    private static final Class<?> WORKER = Internals.named("java.util.concurrent.ThreadPoolExecutor$Worker");
    private static final VarHandle POOL = Internals.field(WORKER, "this$0");
    private static final VarHandle DONE_BY_WORKER = Internals.field(WORKER, "completedTasks");
    private static final VarHandle DONE_BEFORE = Internals.field(ThreadPoolExecutor.class, "completedTaskCount");
    private static final VarHandle QUEUE = Internals.field(ThreadPoolExecutor.class, "workQueue");
    private static final VarHandle MOST = Internals.field(ThreadPoolExecutor.class, "maximumPoolSize");
    private static final VarHandle CONTROL = Internals.field(ThreadPoolExecutor.class, "ctl");
    /** The least control words of a pool that takes nothing more, and of one that is over. */
    private static final int SHUT_DOWN = 0;
    private static final int TERMINATED = 3 << 29;
    private static final VarHandle FORKED_BY = Internals.field(ForkJoinWorkerThread.class, "pool");
    private static final String CARRIER = "jdk.internal.misc.CarrierThread";
    private static final VarHandle HOLDER = Internals.field(Thread.class, "holder");
    /** What a thread runs: a field of its own up to JDK 18, one of its holder since. */
    private static final VarHandle WORK = HOLDER == null ? Internals.field(Thread.class, "target")
            : Internals.field(Internals.named("java.lang.Thread$FieldHolder"), "task");

    /** Between digits and what is none. */
    private static final String NUMBERS = "(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])";
    private static final int MOST_NAMES = 1_000;

    private final Map<Object, Members> pools = new IdentityHashMap<>();
    private final Map<String, Members> namesakes = new HashMap<>();

    /** Takes a live task into account. */
    void see(TaskRecord record) {
        if (!(record instanceof ThreadRecord thread) || record.kind != TaskRecord.THREAD || record.own()
                || !(record.object() instanceof Thread worker) || worker.getClass().getName().equals(CARRIER)) {
            return;
        }
        boolean forks = worker instanceof ForkJoinWorkerThread && FORKED_BY != null;
        Object work = forks ? null : workOf(worker);
        Object pool = forks ? FORKED_BY.get(worker) : poolOf(work);
        String alike = alike(worker.getName());
        Members members = pool != null ? pools.computeIfAbsent(pool, key -> new Members())
                : alike.indexOf('*') < 0 ? null : namesakes.computeIfAbsent(alike, key -> new Members());
        if (members != null) {
            members.add(thread, DONE_BY_WORKER == null || pool == null || work == null ? 0
                    : (long) DONE_BY_WORKER.get(work));
        }
    }

    private static Object workOf(Thread thread) {
        Object holder = HOLDER == null ? thread : HOLDER.get(thread);
        return WORK == null || holder == null ? null : WORK.get(holder);
    }

    private static Object poolOf(Object work) {
        return POOL != null && WORKER.isInstance(work) ? POOL.get(work) : null;
    }

    /** Returns a name with an asterisk for each run of digits. */
    static String alike(String name) {
        var alike = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit || i == 0 || alike.charAt(alike.length() - 1) != '*') {
                alike.append(digit ? '*' : c);
            }
        }
        return alike.toString();
    }

    /** Returns names as one, with an asterisk for each number that is not the same in all, or for the last one. */
    static String common(List<String> names) {
        List<String[]> parts = names.stream().distinct().map(name -> name.split(NUMBERS, -1)).toList();
        String[] first = parts.get(0).clone();
        if (parts.stream().anyMatch(each -> each.length != first.length)) {
            return alike(names.get(0));
        }
        for (int i = 0; i < first.length; i++) {
            String part = first[i];
            boolean number = !part.isEmpty() && Character.isDigit(part.charAt(0));
            int at = i;
            boolean same = parts.stream().allMatch(each -> each[at].equals(part));
            boolean last = parts.size() == 1 && i >= first.length - 2 && number;
            if (!number && !same) {
                return alike(names.get(0));
            }
            first[i] = number && (!same || last) ? "*" : part;
        }
        return String.join("", first);
    }

    /** Returns the pools, the busiest first; threads that are alike in name only if they are several. */
    List<Pool> found() {
        List<Pool> found = new ArrayList<>();
        pools.forEach((pool, members) -> found.add(pool(pool, members)));
        namesakes.values().stream().filter(members -> members.threads > 1)
                .forEach(members -> found.add(members.pool(null, null, null, null, null)));
        return found.stream().sorted(Comparator.comparingLong(Pool::busy).thenComparingLong(Pool::threads).reversed()
                .thenComparing(Pool::name)).toList();
    }

    private static Pool pool(Object found, Members members) {
        return found instanceof ForkJoinPool pool ? members.forked(pool) : members.fixed((ThreadPoolExecutor) found);
    }

    /** The threads of one pool. */
    private static final class Members {

        private final List<String> names = new ArrayList<>();
        private long threads;
        private long busy;
        private long done;
        private TaskRecord oldest;

        void add(ThreadRecord worker, long doneByIt) {
            threads++;
            if (names.size() < MOST_NAMES) {
                names.add(((Thread) worker.object()).getName());
            }
            done += doneByIt;
            TaskRecord task = worker.innermost();
            if (task != worker) {
                busy++;
                oldest = oldest == null || begun(task) - begun(oldest) < 0 ? task : oldest;
            }
        }

        /** Returns when a task began; when it was created if that was not timed. */
        private static long begun(TaskRecord task) {
            long started = task.startedAt();
            return started == 0 || started == TaskRecord.UNTIMED ? task.createdAt : started;
        }

        Pool fixed(ThreadPoolExecutor pool) {
            int most = MOST == null ? 0 : (int) MOST.get(pool);
            Object queue = QUEUE == null ? null : QUEUE.get(pool);
            boolean known = queue != null && queue.getClass().getName().startsWith("java.util.concurrent.");
            Long before = DONE_BEFORE == null || DONE_BY_WORKER == null ? null : (Long) (long) DONE_BEFORE.get(pool);
            return pool(pool, state(pool), most == 0 || most == Integer.MAX_VALUE ? null : (Long) (long) most,
                    known ? (Long) (long) ((Collection<?>) queue).size() : null,
                    before == null ? null : (Long) (before + done));
        }

        private static String state(ThreadPoolExecutor pool) {
            int word = CONTROL == null ? -1 : ((AtomicInteger) CONTROL.get(pool)).get();
            return CONTROL == null ? null : word < SHUT_DOWN ? "running" : word < TERMINATED ? "shutdown" : "terminated";
        }

        Pool forked(ForkJoinPool pool) {
            if (pool.getClass() != ForkJoinPool.class) {
                return pool(pool, null, null, null, null); // it may answer by code of the application
            }
            return pool(pool, pool.isTerminated() ? "terminated" : pool.isShutdown() ? "shutdown" : "running",
                    (long) pool.getParallelism(), pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount(), null);
        }

        Pool pool(Object pool, String state, Long most, Long queued, Long ended) {
            return new Pool(Names.shown(common(names)), pool == null ? null : WorkNames.of(pool.getClass()), state, threads,
                    busy, most, queued, ended, oldest == null ? null : oldest.id);
        }
    }
}
