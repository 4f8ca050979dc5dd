// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.Refusal;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Reads Java from a terminal: asks the console whether it is whole, and takes the name at the cursor for the word.
 *
 * @param console the console
 */
record JavaParser(ConsoleShell console) implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !ConsoleShell.isCommand(line) && !whole(line)) {
            throw new EOFError(-1, -1, "more is needed");
        }
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
            start--;
        }
        return new Name(line, cursor, start);
    }

    private boolean whole(String line) {
        try {
            return line.isBlank() || console.dialogue().choices(line, -1).complete();
        } catch (Refusal e) {
            return true; // running it tells what is wrong
        }
    }

    /** A text and the beginning of the name at its cursor. */
    private record Name(String line, int cursor, int start) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor - start;
        }

        @Override
        public int rawWordLength() {
            return cursor - start;
        }
    }
}
