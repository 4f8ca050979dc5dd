// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.answer.PatternList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source;

/**
 * Adds and removes what preserves endings, within bounds.
 *
 * @param source what records
 */
record Preserving(Source source) {

    /** More patterns would make every ending dearer than it is worth. */
    static final int MOST_PATTERNS = 100;
    /** No name that a pattern could match is longer. */
    static final int LONGEST_PATTERN = 1_000;

    PatternList answer(Question.Preserve question) throws Refusal {
        if (question.pattern() != null) {
            change(question.pattern().strip(), question.remove());
        }
        return source.patterns();
    }

    private void change(String pattern, boolean remove) throws Refusal {
        if (pattern.equals(PatternList.ANNOTATION)) {
            throw Refusal.usage(pattern + " is no pattern: it stands in the application's code",
                    "change it there, or add a pattern");
        }
        if (remove && !source.unpreserve(pattern)) {
            throw Refusal.absent("no pattern \"" + pattern + "\" preserves anything", "preserve lists the patterns");
        }
        if (!remove) {
            add(pattern);
        }
    }

    private void add(String pattern) throws Refusal {
        if (pattern.isEmpty() || pattern.length() > LONGEST_PATTERN) {
            throw Refusal.usage("a pattern has 1 to " + LONGEST_PATTERN + " characters",
                    "write a part of a site, name or class, or * for all");
        }
        if (source.patterns().patterns().size() > MOST_PATTERNS) {
            throw Refusal.absent("there are " + MOST_PATTERNS + " patterns already", "remove one of them first");
        }
        source.preserve(pattern);
    }
}
