// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Splits a line at blanks outside of quotes, and leaves quotes where they are: a filter has quotes of its own. */
final class PlainParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        List<String> words = new ArrayList<>();
        int wordIndex = -1;
        int before = 0;
        int wordCursor = 0;
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int begin = at;
            at = end(line, at);
            if (at > begin) {
                words.add(line.substring(begin, at));
                before += at < cursor ? 1 : 0;
            }
            if (at > begin && wordIndex < 0 && cursor >= begin && cursor <= at) {
                wordIndex = words.size() - 1;
                wordCursor = cursor - begin;
            }
        }
        if (wordIndex < 0) {
            wordIndex = before;
            words.add(before, "");
        }
        return new Split(line, cursor, words, wordIndex, wordCursor);
    }

    private static int end(String line, int from) {
        char quote = 0;
        int at = from;
        while (at < line.length() && (quote != 0 || !Character.isWhitespace(line.charAt(at)))) {
            char c = line.charAt(at++);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return at;
    }

    /** A line and its words as they were typed. */
    private record Split(String line, int cursor, List<String> words, int wordIndex, int wordCursor)
            implements CompletingParsedLine {

        @Override
        public String word() {
            return words.get(wordIndex);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }
}
