// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Frame;
import dev.clew.model.Task;
import java.util.List;

/**
 * Present stacks.
 *
 * @param stacks one entry a task, in the order of their ids
 * @param left how many tasks were left out because of the limit
 */
public record StackDump(List<Entry> stacks, long left) implements Answer {

    /**
     * One task and its stack.
     *
     * @param task the task
     * @param threadState the JVM's word for its thread's state, for example {@code TIMED_WAITING}
     * @param stack innermost frame first
     */
    public record Entry(Task task, String threadState, List<Frame> stack) {}
}
