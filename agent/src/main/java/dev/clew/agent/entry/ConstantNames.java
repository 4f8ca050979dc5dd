// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Renames a package in a class file by its constant pool alone. */
final class ConstantNames {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private ConstantNames() {}

    /** Returns the class file with each name that begins with {@code from} beginning with {@code to} instead. */
    static byte[] renamed(byte[] bytes, String from, String to) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream changed = new ByteArrayOutputStream(bytes.length + 256);
        DataOutputStream out = new DataOutputStream(changed);
        out.writeInt(in.readInt());
        out.writeInt(in.readInt());
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                out.writeUTF(in.readUTF().replace(from, to));
            } else {
                out.write(in.readNBytes(size(tag)));
            }
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        in.transferTo(out);
        return changed.toByteArray();
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
