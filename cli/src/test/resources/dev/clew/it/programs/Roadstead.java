// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/** Has many virtual threads wait. */
public final class Roadstead {

    public static void main(String[] words) throws Exception {
        Script.run(Roadstead.class);
        System.exit(7);
    }

    static void crowd(String count) {
        for (int i = 0; i < Integer.parseInt(count); i++) {
            Thread.ofVirtual().name("ship-" + i).start(() -> Script.hold("roads"));
        }
    }
}
