// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * What a console has to say since it was last asked.
 *
 * @param session the console
 * @param state {@code starting}, {@code ready}, {@code running} or {@code closed}
 * @param loader the class loader through which its statements see the application
 * @param output what statements printed to the console
 * @param dropped how many characters of that were dropped, because nobody fetched them in time
 * @param results what statements came to, in their order
 */
public record ConsoleReport(String session, String state, String loader, String output, long dropped,
        List<ConsoleResult> results) implements Answer {

    /** Returns whether a statement or the start of the console is under way. */
    public boolean busy() {
        return state.equals("starting") || state.equals("running");
    }
}
