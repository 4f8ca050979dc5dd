// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * The executors that have threads.
 *
 * @param found how many there are
 * @param pools the executors, those with the most threads at work first
 */
public record PoolList(long found, List<Pool> pools) {

    /**
     * An executor, or threads that are alike in name.
     *
     * @param name the name of its threads, with {@code *} where they differ in digits
     * @param type the class of the executor; null if no executor is known, but only threads of this name
     * @param state {@code running}, {@code shutdown} or {@code terminated}; null if not known
     * @param threads how many threads it has
     * @param busy how many of them run a task now
     * @param most how many threads it may have; null if not known or without a bound
     * @param queued how many pieces of work wait in its queue; null if not known
     * @param ended how many pieces of work it has done; null if not known
     * @param oldest the id of the task that has been running longest on it; null if none runs
     */
    public record Pool(String name, String type, String state, long threads, long busy, Long most, Long queued,
            Long ended, Long oldest) {}
}
