// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of source that is open at a line.
 *
 * @param name what it is called
 * @param lines its lines
 * @param marked the line that is marked, from 0
 * @param top the line at the top of the screen, from 0
 */
record Excerpt(String name, List<String> lines, int marked, int top) {

    /** A longer file is no source that somebody reads. */
    private static final long MOST_BYTES = 4 << 20;
    private static final String TAB = "    ";

    /** Opens a file at a line, counted from 1; null if it is too long. */
    static Excerpt open(Path file, int line) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return null;
        }
        String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE).decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        List<String> lines = text.lines().map(each -> each.replace("\t", TAB)).toList();
        return new Excerpt(file.toString(), lines, Math.max(0, Math.min(line, lines.size()) - 1), 0);
    }

    /** Returns it with its marked line in the middle of the screen. */
    Excerpt centred(int room) {
        return new Excerpt(name, lines, marked, 0).scrolled(marked - room / 2, room);
    }

    Excerpt scrolled(int by, int room) {
        return new Excerpt(name, lines, marked, Math.max(0, Math.min(top + by, lines.size() - room)));
    }
}
