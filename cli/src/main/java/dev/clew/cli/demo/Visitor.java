// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Somebody at a terminal, who reads a screenful at a time and may leave at any of them. */
public final class Visitor implements Audience {

    private final BufferedReader in;
    private final PrintStream out;
    private final int columns;
    private final int rows;
    private int used;

    /**
     * Makes a visitor.
     *
     * @param in what they type
     * @param out what they see
     * @param columns how wide their terminal is
     * @param rows how high it is; 0 if that is not known, and then nothing is held back
     */
    public Visitor(BufferedReader in, PrintStream out, int columns, int rows) {
        this.in = in;
        this.out = out;
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public boolean show(String text) throws IOException {
        for (String line : text.split("(?<=\n)")) {
            int height = Math.max(1, (line.stripTrailing().length() + columns - 1) / columns);
            if (rows > 0 && used + height > rows - 1 && !asks("-- Enter shows more, q opens the shell: ")) {
                return false;
            }
            used += height;
            out.print(line);
        }
        out.flush();
        return true;
    }

    @Override
    public boolean next() throws IOException {
        return show("\n") && asks("Enter goes on to the next stop, q opens the shell: ");
    }

    private boolean asks(String prompt) throws IOException {
        out.print(prompt);
        out.flush();
        used = 0;
        String line = in.readLine();
        return line != null && !line.strip().toLowerCase(Locale.ROOT).startsWith("q");
    }
}
