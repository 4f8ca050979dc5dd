// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What becomes of interrupts: each is kept with the thread that it was sent to and with the task that it met there,
 * until the thread notices it.
 *
 * <p><b>Threads</b>: any thread sends; only the interrupted one receives. <b>Consistency</b>: of two interrupts that
 * are sent to one thread at the same moment one may be kept. <b>Cost</b>: a stack for each interrupt and another where it
 * is noticed; nothing where there is none.
 */
final class Interrupts {

    /** How many interrupts a task keeps; of more the newest ones. */
    private static final int MOST = 8;
    private static final String NOT_SEEN = "the interrupt was not seen";

    private Interrupts() {}

    /** A thread is being interrupted. */
    static void sent(Thread thread, ThreadRecord record) {
        if (record.ended() || thread == Thread.currentThread() && setsAgain(record)) {
            return; // somebody else's interrupt had set the flag: that one stays the cause
        }
        Act act = Act.now(Act.INTERRUPT);
        act.met = record.innermost().id;
        keep(record, act);
        share(record, act);
    }

    /** Whether the current thread sets its flag again for an interrupt that met the task it is in, not one before that. */
    private static boolean setsAgain(ThreadRecord record) {
        Act last = record.interrupt();
        if (last == null || !last.same(record.innermost().interrupt())) {
            return false;
        }
        Reception reception = last.reception();
        if (reception != null) {
            reception.restored = true;
        }
        return true;
    }

    /** Keeps an interrupt with a task, unless it has it already or is over. */
    private static void keep(TaskRecord task, Act act) {
        Act before = task.interrupt();
        if (task.ended() || act.same(before)) {
            return;
        }
        act.earlier = before;
        act.before = before == null ? 0 : before.before + 1;
        Act oldest = act;
        for (int i = 1; i < MOST && oldest != null; i++) {
            oldest = oldest.earlier;
        }
        if (oldest != null) {
            oldest.earlier = null;
        }
        task.particulars().interrupt = act;
    }

    /** The current thread notices an interrupt, in the middle of every task that it runs. */
    static void received(byte as) {
        ThreadRecord record = Recording.current();
        Act last = record.interrupt();
        if (last == null || !awaits(last, as)) {
            boolean again = last != null && last.reception().restored;
            if (as == Reception.CLEARED || last != null && !again) {
                return; // an exception that stands for one that was received already
            }
            if (again) {
                share(record, last); // the first one to receive it is told; the tasks that it meets now have it too
                return;
            }
            last = Act.unseen(NOT_SEEN);
            keep(record, last);
        }
        last.receive(new Reception(as, record.innermost()));
        share(record, last);
    }

    private static void share(ThreadRecord record, Act act) {
        int bound = MOST;
        for (Run run = record.current(); run != null && bound-- > 0; run = run.outer) {
            keep(run.task, act.copy());
        }
    }

    /** Whether an interrupt may still be noticed in this way. */
    private static boolean awaits(Act interrupt, byte as) {
        return interrupt.unnoticed() || interrupt.reception().as == Reception.CLEARED && as != Reception.CLEARED;
    }

    /** Whether the flag of the current thread is set by an interrupt that it has not noticed. */
    static boolean waits(ThreadRecord record) {
        Act last = record.interrupt();
        return last != null && last.unnoticed() && Slots.interrupted(Thread.currentThread());
    }
}
