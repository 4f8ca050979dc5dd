// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.nio.charset.StandardCharsets;

/** Looks for names in a class file without parsing it. */
final class Constants {

    private Constants() {}

    /** Returns whether the bytes contain one of the names; a name in another role counts too. */
    static boolean mention(byte[] bytes, String... names) {
        for (String name : names) {
            if (contains(bytes, name.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        outer:
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
