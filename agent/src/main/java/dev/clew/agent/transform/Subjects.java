// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every subject of the JVM that Clew instruments.
 *
 * <p><b>Threads</b>: any that loads a class; two may make the same group at once, and use equal ones. <b>Cost</b>: a
 * group is made when the first class whose name may be in it is met: a JVM that starts meets few.
 */
final class Subjects {

    private static final String CONCURRENT = "java/util/concurrent/";
    /** How the names of a group begin, up to a dollar sign or the end, group by group. */
    private static final String[][] NAMES = {
        {"java/lang/Thread", "java/lang/VirtualThread", "java/lang/InterruptedException",
            "java/nio/channels/ClosedByInterruptException", "java/nio/channels/spi/AbstractSelector",
            "sun/nio/ch/NioSocketImpl"},
        {CONCURRENT + "FutureTask", CONCURRENT + "ScheduledThreadPoolExecutor", CONCURRENT + "ThreadPerTaskExecutor",
            CONCURRENT + "AbstractExecutorService"},
        {CONCURRENT + "ThreadPoolExecutor"},
        {CONCURRENT + "ForkJoinTask", CONCURRENT + "ForkJoinPool", CONCURRENT + "DelayScheduler"},
        {CONCURRENT + "CompletableFuture"},
        {"java/util/Timer", "java/util/TimerThread", "java/util/TaskQueue", "java/util/TimerTask"},
        {CONCURRENT + "StructuredTaskScopeImpl", CONCURRENT + "StructuredTaskScope", CONCURRENT + "Joiners"}
    };
    private static final Map<String, Integer> GROUPS = new HashMap<>();

    static {
        for (int group = 0; group < NAMES.length; group++) {
            for (String name : NAMES[group]) {
                GROUPS.put(name, group);
                GROUPS.put(name.replace('/', '.'), group);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final Map<String, Subject>[] made = new Map[NAMES.length];

    /** Returns the subject of a class, named as in class files or as in the source, or null. */
    Subject of(String className) {
        int dollar = className.indexOf('$');
        Integer group = GROUPS.get(dollar < 0 ? className : className.substring(0, dollar));
        return group == null ? null : group(group).get(className.replace('.', '/'));
    }

    private Map<String, Subject> group(int number) {
        Map<String, Subject> group = made[number];
        if (group == null) {
            group = new HashMap<>();
            for (Subject subject : made(number)) {
                group.put(subject.className(), subject);
            }
            made[number] = Map.copyOf(group);
        }
        return group;
    }

    private static List<Subject> made(int group) {
        return switch (group) {
            case 0 -> Threads.subjects();
            case 1 -> Futures.subjects();
            case 2 -> Pools.subjects();
            case 3 -> ForkJoins.subjects();
            case 4 -> Stages.subjects();
            case 5 -> Timers.subjects();
            default -> Scopes.subjects();
        };
    }

    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        for (int group = 0; group < NAMES.length; group++) {
            all.addAll(made(group));
        }
        return all;
    }
}
