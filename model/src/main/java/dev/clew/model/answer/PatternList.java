// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * What preserves endings.
 *
 * @param patterns the annotation first, then the patterns in the order in which they came
 */
public record PatternList(List<Pattern> patterns) implements Answer {

    /** Stands among the patterns for the annotation in the application's code. */
    public static final String ANNOTATION = "@PreserveTermination";

    /**
     * A pattern and what it did; an ending that several match counts for the first of them.
     *
     * @param pattern the pattern, or {@code @PreserveTermination}
     * @param from where it came from: {@code annotation}, {@code option} of the agent or {@code command}
     * @param held how many endings are held under it
     * @param letGo how many endings it matched are no longer held
     */
    public record Pattern(String pattern, String from, long held, long letGo) {}
}
