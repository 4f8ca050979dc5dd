// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.monitor.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a line into words as a shell does: blanks part them, quotes and backslashes keep them together. */
public final class Words {

    private static final Pattern FIELD = Pattern.compile("-?\\(*[a-z]+(:|=|!=)([^\"']*|([\"'][^\"']*[\"'],)*)");

    private final String line;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private Words(String line) {
        this.line = line;
    }

    /**
     * Returns the words of a line; a word that begins with {@code #} begins a comment, unless a digit follows.
     *
     * @throws Refusal if a quote is not closed
     */
    public static List<String> of(String line) throws Refusal {
        return new Words(line).split();
    }

    private List<String> split() throws Refusal {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (Character.isWhitespace(c)) {
                end();
            } else if (c == '#' && word == null && !digitFollows()) {
                break;
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (c == '\\' && at < line.length()) {
                open().append(line.charAt(at++));
            } else {
                open().append(c);
            }
        }
        end();
        return List.copyOf(words);
    }

    private boolean digitFollows() {
        return at < line.length() && Character.isDigit(line.charAt(at));
    }

    /** Takes what is in quotes; a field of a filter keeps them, because the filter has blanks of its own. */
    private void quoted(char quote) throws Refusal {
        boolean kept = FIELD.matcher(open()).matches();
        if (kept) {
            word.append(quote);
        }
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                word.append(kept ? String.valueOf(quote) : "");
                return;
            }
            boolean escape = !kept && quote == '"' && c == '\\' && at < line.length() && "\"\\".indexOf(line.charAt(at)) >= 0;
            word.append(escape ? line.charAt(at++) : c);
        }
        throw Refusal.usage("a quote is not closed", "end it with " + quote);
    }

    private StringBuilder open() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
