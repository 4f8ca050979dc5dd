// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Source.Sighting;
import java.util.function.Predicate;

/**
 * A text to look for anywhere in a task.
 *
 * @param text the text; an empty one is found everywhere
 */
record Needle(Glob text) {

    /** Returns the needle of a literal text; null is found everywhere. */
    static Needle literal(String text) {
        return new Needle(Glob.of(text == null ? "" : text, true));
    }

    /** Returns whether a task has the text in its name, labels, site, thread, creation stack or error. */
    boolean in(Sighting seen) {
        Predicate<String> wanted = text::within;
        return text.text().isEmpty()
                || wanted.test(seen.task().name()) || wanted.test(seen.task().thread())
                || Reading.frame(seen.task().site(), wanted) || Reading.labels(seen.task(), wanted)
                || seen.created().stream().anyMatch(frame -> Reading.frame(frame, wanted))
                || Reading.error(seen.task().ending(), wanted);
    }
}
