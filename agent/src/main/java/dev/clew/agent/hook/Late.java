// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What the code of a task threw when the task's future was over already; the JVM drops such an error.
 *
 * <p><b>Threads</b>: made by the thread that threw, taken by the recorder.
 */
public final class Late {

    /** The task. */
    public final TaskRecord record;
    /** What was thrown. */
    public final Throwable error;
    /** Whether anyone looked at it in some other way. */
    public final FailureMark mark;
    /** The one before this, until the recorder has taken both. */
    Late next;

    private Late(TaskRecord record, Throwable error) {
        this.record = record;
        this.error = error;
        this.mark = FailureMark.failing(error);
    }

    /** Keeps what a task's code threw for the recorder. */
    static void keep(TaskRecord record, Throwable error) {
        if (!record.isPresent() || error == null) {
            return;
        }
        Late late = new Late(record, error);
        Late head;
        do {
            head = Recording.LATE.get();
            late.next = head;
        } while (!Recording.LATE.compareAndSet(head, late));
    }
}
