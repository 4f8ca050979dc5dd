// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** Reads keys and a mouse's reports. */
final class Keyboard {

    private static final int ESCAPE = 27;
    /** The rest of a key's sequence comes at once, over a network a little later. */
    private static final long REST_MILLIS = 60;
    private static final int WHEEL = 64;
    private static final int WHEEL_LINES = 3;
    private static final int LONGEST = 32;
    private static final int NONE = -3;

    private final NonBlockingReader reader;
    /** What came after an Escape and is no part of a sequence. */
    private int held = NONE;

    Keyboard(NonBlockingReader reader) {
        this.reader = reader;
    }

    /** Returns the next key; null if none comes in so long a time, or if it means nothing. */
    Key next(long millis) throws IOException {
        int c = held != NONE ? held : reader.read(Math.max(1, millis));
        held = NONE;
        return switch (c) {
            case NonBlockingReader.READ_EXPIRED -> null;
            case NonBlockingReader.EOF, 3, 4 -> Key.Special.INTERRUPT;
            case ESCAPE -> escape();
            case '\r', '\n' -> Key.Special.ENTER;
            case '\t' -> Key.Special.TAB;
            case 8, 127 -> Key.Special.BACKSPACE;
            case 12 -> Key.Special.REDRAW;
            default -> c < ' ' ? null : typed(c);
        };
    }

    private Key typed(int c) throws IOException {
        if (!Character.isHighSurrogate((char) c)) {
            return new Key.Typed(c);
        }
        int low = reader.read(REST_MILLIS);
        return low < 0 ? null : new Key.Typed(Character.toCodePoint((char) c, (char) low));
    }

    private Key escape() throws IOException {
        int kind = reader.read(REST_MILLIS);
        if (kind != '[' && kind != 'O') {
            held = kind < 0 ? NONE : kind;
            return Key.Special.ESCAPE;
        }
        var numbers = new StringBuilder();
        int c = reader.read(REST_MILLIS);
        while (c >= ' ' && c < '@' && numbers.length() < LONGEST) {
            numbers.append((char) c);
            c = reader.read(REST_MILLIS);
        }
        return numbers.indexOf("<") == 0 ? mouse(numbers.substring(1), c == 'M') : special(c, numbers.toString());
    }

    private static Key special(int last, String numbers) {
        return switch (last) {
            case 'A' -> Key.Special.UP;
            case 'B' -> Key.Special.DOWN;
            case 'C' -> Key.Special.RIGHT;
            case 'D' -> Key.Special.LEFT;
            case 'H' -> Key.Special.HOME;
            case 'F' -> Key.Special.END;
            case 'Z' -> Key.Special.BACK_TAB;
            case '~' -> switch (numbers) {
                case "1", "7" -> Key.Special.HOME;
                case "3" -> Key.Special.DELETE;
                case "4", "8" -> Key.Special.END;
                case "5" -> Key.Special.PAGE_UP;
                case "6" -> Key.Special.PAGE_DOWN;
                default -> null;
            };
            default -> null;
        };
    }

    /** Reads a report as {@code button;column;row}, counted from 1. */
    private static Key mouse(String report, boolean pressed) {
        String[] numbers = report.split(";");
        if (numbers.length != 3 || !report.matches("[0-9;]{5,20}") || numbers[1].isEmpty() || numbers[2].isEmpty()) {
            return null;
        }
        int button = Integer.parseInt(numbers[0]);
        if ((button & WHEEL) != 0) {
            return new Key.Wheel((button & 1) == 0 ? -WHEEL_LINES : WHEEL_LINES);
        }
        return pressed && button == 0
                ? new Key.Click(Integer.parseInt(numbers[1]) - 1, Integer.parseInt(numbers[2]) - 1) : null;
    }
}
