// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Internals;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Who waits for a future, and who can complete it: read off the future's own list of dependents when somebody asks.
 *
 * <p><b>Consistency</b>: the list changes while it is read; what is reported was true at some moment of the reading.
 */
final class Waits {

    private static final int BOUND = 100_000;
    private static final String NEST = "java.util.concurrent.CompletableFuture$";
    private static final Class<?> SIGNALLER = Internals.named(NEST + "Signaller");
    private static final Class<?> DEPENDENT_STAGE = Internals.named(NEST + "UniCompletion");
    private static final VarHandle STACK = Internals.field(CompletableFuture.class, "stack");
    private static final VarHandle NEXT = Internals.field(Internals.named(NEST + "Completion"), "next");
    private static final VarHandle THREAD = Internals.field(SIGNALLER, "thread");
    private static final VarHandle DEPENDENT = Internals.field(DEPENDENT_STAGE, "dep");

    private final Recorder recorder;

    Waits(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Returns the ids of the incomplete futures, by what a thread that waits for one of them is parked on. */
    Map<Object, Long> awaited() {
        Map<Object, Long> awaited = new IdentityHashMap<>();
        recorder.live(record -> {
            if (!(record instanceof ThreadRecord) && record.object() instanceof CompletableFuture<?> future) {
                signallers(future).forEach(signaller -> awaited.put(signaller, record.id));
            }
        });
        return awaited;
    }

    /** Returns the ids of the tasks that wait for a future. */
    List<Long> waiters(TaskRecord record) {
        List<Long> ids = new ArrayList<>();
        if (THREAD == null || !(record.object() instanceof CompletableFuture<?> future)) {
            return ids;
        }
        for (Object signaller : signallers(future)) {
            if (THREAD.get(signaller) instanceof Thread thread) {
                ids.add(Harvest.see(thread).innermost().id);
            }
        }
        return ids;
    }

    /** Returns whether what a thread is parked on is its waiting for a future. */
    static boolean ofFuture(Object blocker) {
        return SIGNALLER != null && SIGNALLER.isInstance(blocker);
    }

    /** Returns whether a thread waits for a future. */
    static boolean hasWaiter(TaskRecord record) {
        return record.object() instanceof CompletableFuture<?> future && !signallers(future).isEmpty();
    }

    /** Returns who can complete a future, a sentence each. */
    List<String> completers(TaskRecord record) {
        List<String> sentences = new ArrayList<>();
        if (!(record.object() instanceof CompletableFuture<?> future)) {
            return sentences;
        }
        if (record.runner() != null) {
            sentences.add("task " + record.id + " itself, which runs on " + Names.shown(record.runner().getName()));
        }
        recorder.live(other -> {
            if (other.object() instanceof CompletableFuture<?> source && source != future
                    && dependents(source).contains(future)) {
                sentences.add("future " + other.id + ", when it completes");
            }
        });
        if (sentences.isEmpty()) {
            sentences.add("only code that holds a reference to it: no task and no other future leads to it");
        }
        return sentences;
    }

    private static Set<Object> dependents(CompletableFuture<?> source) {
        Set<Object> found = new HashSet<>();
        for (Object completion : completions(source)) {
            if (DEPENDENT != null && DEPENDENT_STAGE.isInstance(completion)) {
                found.add(DEPENDENT.get(completion));
            }
        }
        return found;
    }

    private static List<Object> signallers(CompletableFuture<?> future) {
        List<Object> found = completions(future);
        found.removeIf(completion -> SIGNALLER == null || !SIGNALLER.isInstance(completion));
        return found;
    }

    private static List<Object> completions(CompletableFuture<?> future) {
        List<Object> found = new ArrayList<>();
        if (STACK == null || NEXT == null) {
            return found;
        }
        for (Object at = STACK.get(future); at != null && found.size() < BOUND; at = NEXT.get(at)) {
            found.add(at);
        }
        return found;
    }
}
