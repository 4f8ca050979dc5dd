// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Failure;
import java.util.List;

/**
 * What one statement came to.
 *
 * @param outcome {@code value}, {@code variable}, {@code declared}, {@code done}, {@code error}, {@code rejected},
 *     {@code stopped} or {@code abandoned}
 * @param name the variable that holds the value, or what was declared; null if nothing was
 * @param type the value's type as the compiler sees it; null if there is none
 * @param text the value as text, cut where it is long; null if there is none
 * @param error what the statement threw; null if nothing
 * @param problems what the compiler objects to
 * @param note what the fields above can't say; null if nothing
 */
public record ConsoleResult(String outcome, String name, String type, String text, Failure error,
        List<Problem> problems, String note) {

    /**
     * An objection of the compiler.
     *
     * @param message what is wrong
     * @param line the line of the statement that it is about
     * @param at the column in that line, counted from 0
     */
    public record Problem(String message, String line, int at) {}

    /** Returns whether the statement did what it was meant to. */
    public boolean fine() {
        return error == null && problems.isEmpty() && !outcome.equals("stopped") && !outcome.equals("abandoned");
    }
}
