// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.answer.ActReport;
import java.util.TimerTask;
import java.util.concurrent.Future;

/**
 * Cancels and interrupts tasks of the application.
 *
 * <p><b>Threads</b>: code of the application that a cancel sets off runs on a thread made for that one act, so that a
 * hook of the application that hangs holds up nobody.
 */
final class Acting {

    private static final long STEP_MILLIS = 2;
    private static final long PATIENCE_MILLIS = 1_000;

    /** Cancels a live task and waits for its code to stop. */
    ActReport cancel(TaskRecord record, String name, long waitMillis, String reason) {
        Object object = record.object();
        if (object instanceof Thread thread) {
            return stopped("cancel", record, name, waitMillis, "interrupted", () -> thread.interrupt(), reason);
        }
        if (object instanceof Future<?> future) {
            return stopped("cancel", record, name, waitMillis, "cancelled", () -> future.cancel(true), reason);
        }
        if (object instanceof TimerTask task) {
            return stopped("cancel", record, name, waitMillis, "cancelled", task::cancel, reason);
        }
        Thread runner = record.runner();
        if (runner != null) {
            return stopped("cancel", record, name, waitMillis, "interrupted", runner::interrupt, reason);
        }
        return new ActReport("cancel", record.id, name, "not-possible", object == null
                ? "its object is gone; nothing can cancel it"
                : "it is queued work without a future; only its executor could take it back");
    }

    /** Interrupts the thread that runs a task. */
    ActReport interrupt(TaskRecord record, String name, String reason) {
        Thread thread = record.runner();
        if (thread == null) {
            return new ActReport("interrupt", record.id, name, "not-possible", "no thread runs it now");
        }
        String problem = perform(thread::interrupt, reason);
        return new ActReport("interrupt", record.id, name, problem == null ? "interrupted" : "not-possible",
                problem == null ? "thread " + Names.shown(thread.getName()) + " was interrupted" : problem);
    }

    private ActReport stopped(String act, TaskRecord record, String name, long waitMillis, String word, Runnable deed,
            String reason) {
        long before = System.nanoTime();
        String problem = perform(deed, reason);
        if (problem != null) {
            return new ActReport(act, record.id, name, "not-possible", problem);
        }
        boolean over = await(record, waitMillis);
        long millis = (System.nanoTime() - before) / 1_000_000;
        if (over) {
            return new ActReport(act, record.id, name, word, word + ", its code stopped within " + millis + " ms");
        }
        Thread runner = record.runner();
        return new ActReport(act, record.id, name, "still-running", (record.ended() ? "it counts as " + word : word)
                + ", but its code did not stop within " + waitMillis + " ms"
                + (runner == null ? "" : " and still runs on " + Names.shown(runner.getName())));
    }

    private static boolean await(TaskRecord record, long waitMillis) {
        long deadline = System.nanoTime() + waitMillis * 1_000_000;
        while (!record.ended() || record.runner() != null) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Does it on a thread of its own; returns what went wrong, or null. */
    private static String perform(Runnable deed, String reason) {
        String[] problem = {"the application's own code, which this set off, has not come back"};
        Thread actor = new OwnThread(() -> {
            try {
                Harvest.because(reason == null ? "asked for through Clew" : reason);
                deed.run();
                problem[0] = null;
            } catch (RuntimeException | LinkageError e) {
                problem[0] = "the application's own code threw " + e;
            } finally {
                Harvest.because(null);
            }
        }, "act");
        actor.start();
        try {
            actor.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return problem[0];
    }
}
