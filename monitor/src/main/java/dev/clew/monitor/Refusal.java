// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

/** There is no answer: why, and what to do, on one line for people. */
public final class Refusal extends Exception {

    private final int status;
    private final String remedy;

    private Refusal(int status, String message, String remedy) {
        super(message);
        this.status = status;
        this.remedy = remedy;
    }

    /** Returns a refusal for something that does not exist or can't be had: exit status 1. */
    public static Refusal absent(String message, String remedy) {
        return new Refusal(1, message, remedy);
    }

    /** Returns a refusal of wrong usage: exit status 2. */
    public static Refusal usage(String message, String remedy) {
        return new Refusal(2, message, remedy);
    }

    /** Returns the exit status, 1 or 2. */
    public int status() {
        return status;
    }

    /** Returns what to do. */
    public String remedy() {
        return remedy;
    }

    /** Returns message and remedy on one line. */
    public String line() {
        return getMessage() + "; " + remedy;
    }

    @Override
    public String toString() {
        return line();
    }
}
