// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

/** The smallest application; it stays long enough for an agent to finish what it does at start-up. */
public final class Hello {

    private Hello() {}

    /** Says hello. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.sleep(700);
        System.out.println("hello");
    }
}
