// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import java.io.IOException;
import java.io.PrintStream;

/** Whoever follows the tour. */
public sealed interface Audience permits Audience.Paper, Visitor {

    /** Shows text and returns whether they want more. */
    boolean show(String text) throws IOException;

    /** Waits at the end of a stop and returns whether they go on. */
    boolean next() throws IOException;

    /**
     * Nobody at a terminal: everything is printed at once.
     *
     * @param out where it goes
     */
    record Paper(PrintStream out) implements Audience {

        @Override
        public boolean show(String text) {
            out.print(text);
            out.flush();
            return true;
        }

        @Override
        public boolean next() {
            return true;
        }
    }
}
