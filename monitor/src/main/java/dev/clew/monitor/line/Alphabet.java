// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import java.nio.charset.StandardCharsets;

/** Which characters a client can show. */
enum Alphabet {

    /** All of them. */
    UTF_8,

    /** Those that every terminal has; of any other, its number is shown. */
    ASCII;

    byte[] bytes(String text) {
        return this == UTF_8 ? text.getBytes(StandardCharsets.UTF_8) : plain(text).getBytes(StandardCharsets.US_ASCII);
    }

    private static String plain(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        var plain = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < 0x80) {
                plain.append((char) c);
            } else if (c == '…') {
                plain.append('~');
            } else {
                plain.append(String.format("\\u%04x", c));
            }
        });
        return plain.toString();
    }
}
