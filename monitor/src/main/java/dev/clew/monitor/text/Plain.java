// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

/** Makes text of a target safe to show: none of its control sequences reaches a terminal, no line break a table. */
final class Plain {

    private Plain() {}

    /** Returns text on one line, with whatever could steer a terminal written as {@code \}{@code u001b} or the like. */
    static String line(String text) {
        return text.codePoints().noneMatch(Plain::steers) ? text : escape(text);
    }

    private static String escape(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> plain.append("\\n");
                case '\r' -> plain.append("\\r");
                case '\t' -> plain.append("\\t");
                default -> append(plain, c);
            }
        });
        return plain.toString();
    }

    private static void append(StringBuilder plain, int codePoint) {
        if (steers(codePoint)) {
            plain.append(String.format("\\u%04x", codePoint));
        } else {
            plain.appendCodePoint(codePoint);
        }
    }

    private static boolean steers(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE -> true;
            // Joins emoji; every other format character may reorder or hide what is shown.
            case Character.FORMAT -> codePoint != 0x200D;
            default -> false;
        };
    }

    /** Returns how many columns a terminal gives to a text. */
    static int width(String text) {
        return text.codePoints().map(Plain::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(codePoint) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && (c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD);
    }

    /** Returns a text that is not wider than so many columns, its end replaced by an ellipsis if need be. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        var cut = new StringBuilder();
        int room = columns - 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            room -= width(point);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    /** Returns {@code Class.method:line} in so many columns: the class is cut while three columns of it are left. */
    static String cutClass(String text, int columns) {
        int dot = text.lastIndexOf('.');
        String method = dot < 0 ? "" : text.substring(dot);
        int room = columns - width(method);
        if (width(text) <= columns || dot < 0 || room < 4) {
            return dot < 0 ? cut(text, columns) : cutStart(text, columns);
        }
        return cut(text.substring(0, dot), room) + method;
    }

    /** Returns a text that is not wider than so many columns, its beginning replaced by an ellipsis if need be. */
    static String cutStart(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int at = text.length();
        int room = columns - 1;
        while (at > 0) {
            int point = text.codePointBefore(at);
            room -= width(point);
            if (room < 0) {
                break;
            }
            at -= Character.charCount(point);
        }
        return '…' + text.substring(at);
    }
}
