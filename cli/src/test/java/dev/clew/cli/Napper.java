// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

/** A program that says that it runs and then waits to be ended. */
public final class Napper {

    private Napper() {}

    /** Prints a line and waits until its standard input ends. */
    public static void main(String[] args) throws Exception {
        System.out.println("napping");
        while (System.in.read() >= 0) {
            // Whatever is written is no reason to wake up.
        }
        System.exit(args.length > 0 ? Integer.parseInt(args[0]) : 0);
    }
}
