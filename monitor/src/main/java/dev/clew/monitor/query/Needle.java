// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.monitor.Source.Sighting;

/**
 * A text to look for, in any case.
 *
 * @param text the text; null or empty is found everywhere
 */
record Needle(String text) {

    /** Returns whether a task has the text in its name, site, thread, creation stack or error. */
    boolean in(Sighting seen) {
        return text == null || text.isEmpty()
                || in(seen.task().name()) || in(seen.task().thread()) || in(seen.task().site())
                || seen.created().stream().anyMatch(this::in)
                || seen.task().ending() != null && in(seen.task().ending().error());
    }

    private boolean in(Failure failure) {
        int depth = 0;
        for (Failure each = failure; each != null && depth < 20; each = each.causedBy(), depth++) {
            if (in(each.className()) || in(each.message())) {
                return true;
            }
        }
        return false;
    }

    private boolean in(Frame frame) {
        return frame != null && (in(frame.toString()) || in(frame.brief()));
    }

    private boolean in(String hay) {
        if (hay == null) {
            return false;
        }
        for (int at = 0; at <= hay.length() - text.length(); at++) {
            if (hay.regionMatches(true, at, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
