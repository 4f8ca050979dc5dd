// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Renames a package in a class file by its constant pool alone: in names of classes, and in descriptors.
 *
 * <p><b>Cost</b>: one pass over those of the pool's bytes that can have the name, without a string for each constant,
 * because it runs while the JVM still interprets its code.
 */
final class ConstantNames {

    private static final int HEADER = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final byte[] bytes;
    private final byte[] from;
    private final byte[] to;
    private final ByteArrayOutputStream changed;
    /** What comes before this is in {@link #changed}. */
    private int copied;

    private ConstantNames(byte[] bytes, String from, String to) {
        this.bytes = bytes;
        this.from = from.getBytes(StandardCharsets.US_ASCII);
        this.to = to.getBytes(StandardCharsets.US_ASCII);
        this.changed = new ByteArrayOutputStream(bytes.length + bytes.length / 8);
    }

    /** Returns the class file with {@code to} in place of each {@code from}, both of ASCII letters, in its names. */
    static byte[] renamed(byte[] bytes, String from, String to) throws IOException {
        return new ConstantNames(bytes, from, to).renamed();
    }

    private byte[] renamed() throws IOException {
        int count = unsignedShort(HEADER);
        int at = HEADER + 2;
        for (int i = 1; i < count; i++) {
            int tag = bytes[at];
            if (tag == UTF8) {
                int length = unsignedShort(at + 1);
                if (length > from.length) {
                    rename(at + 1, at + 3 + length);
                }
                at += 3 + length;
            } else {
                at += 1 + size(tag);
            }
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        if (copied == 0) {
            return bytes;
        }
        changed.write(bytes, copied, bytes.length - copied);
        return changed.toByteArray();
    }

    /** Writes a constant anew, beginning with its length, if it has the name. */
    private void rename(int lengthAt, int end) {
        int start = lengthAt + 2;
        byte first = bytes[start];
        boolean descriptor = first == '(' || first == 'L' || first == '[' || first == '<';
        int found = descriptor ? find(start, end) : first == from[0] && matches(start) ? start : -1;
        if (found < 0) {
            return;
        }
        ByteArrayOutputStream constant = new ByteArrayOutputStream();
        while (found >= 0) {
            constant.write(bytes, start, found - start);
            constant.writeBytes(to);
            start = found + from.length;
            found = descriptor ? find(start, end) : -1;
        }
        constant.write(bytes, start, end - start);
        changed.write(bytes, copied, lengthAt - copied);
        changed.write(constant.size() >> 8);
        changed.write(constant.size());
        changed.writeBytes(constant.toByteArray());
        copied = end;
    }

    /** Returns where the next name of a class begins in a descriptor, or -1. */
    private int find(int start, int end) {
        byte[] all = bytes;
        int last = end - from.length;
        for (int at = start; at < last; at++) {
            if (all[at] == 'L' && matches(at + 1)) {
                return at + 1;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = from.length - 1; i > 0; i--) {
            if (bytes[at + i] != from[i]) {
                return false;
            }
        }
        return true;
    }

    private int unsignedShort(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Returns how many bytes follow a tag; the numbers are those of the class file format. */
    private static int size(int tag) throws IOException {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IOException("unknown constant " + tag);
        };
    }
}
