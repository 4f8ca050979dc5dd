// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.OriginStep;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import java.util.List;

/**
 * One task with its whole lineage.
 *
 * @param task the task
 * @param origin the creations that led to it, root first
 * @param stack its present stack if it lives, innermost frame first; where it ended, if it ended with an error
 * @param stackNote why {@code stack} is empty; null if it is not
 * @param waiters the ids of the tasks that wait for it
 * @param completers who can complete it, as a sentence each; empty unless it is an incomplete future
 * @param causes who ended it, who ended that one, and so on, outermost first
 * @param victims the tasks that it ended or asked to stop, first to last: the first ones, the newest ones, and those
 *         whose code still runs
 * @param victimsLeft how many more there are, which the answer leaves out
 * @param interrupts the interrupts that were sent to it, first to last: the newest ones
 * @param interruptsLeft how many there were before these
 */
public record Whereabouts(Task task, List<OriginStep> origin, List<Frame> stack, String stackNote,
        List<Long> waiters, List<String> completers, List<Cause> causes,
        List<Victim> victims, long victimsLeft,
        List<Interruption> interrupts, long interruptsLeft) implements Answer {

    /** Tells of a task to which no interrupt was sent. */
    public Whereabouts(Task task, List<OriginStep> origin, List<Frame> stack, String stackNote, List<Long> waiters,
            List<String> completers, List<Cause> causes, List<Victim> victims, long victimsLeft) {
        this(task, origin, stack, stackNote, waiters, completers, causes, victims, victimsLeft, List.of(), 0);
    }
}
