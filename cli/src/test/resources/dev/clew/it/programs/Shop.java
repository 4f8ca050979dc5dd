// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A program whose objects are looked at from a console. */
public final class Shop {

    public static final List<String> ORDERS = new ArrayList<>(List.of("nails", "rope"));

    private Shop() {}

    /** A value that holds more than anybody can read. */
    public record Cargo(String name, List<Integer> crates) {}

    /** A value that can't tell of itself. */
    public static final class Broken {
        @Override
        public String toString() {
            throw new IllegalStateException("no words");
        }
    }

    /** A value that never comes to the end of telling of itself. */
    public static final class Endless {
        @Override
        public String toString() {
            spin();
            return "never";
        }
    }

    public static void main(String[] words) throws Exception {
        System.out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("done " + line + " " + ORDERS);
        }
    }

    public static List<Integer> million() {
        return IntStream.range(0, 1_000_000).boxed().toList();
    }

    public static Cargo cargo() {
        return new Cargo("grain", million());
    }

    /** Turns round and heeds nothing. */
    public static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    public static void fail() {
        throw new IllegalStateException("on purpose", new IllegalArgumentException("below"));
    }
}
