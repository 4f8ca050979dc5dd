// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

/** There is no answer: why, and what to do, on one line for people. */
public final class Refusal extends Exception {

    private final int status;
    private final String remedy;
    private final transient Place place;

    private Refusal(int status, String message, String remedy, Place place) {
        super(message);
        this.status = status;
        this.remedy = remedy;
        this.place = place;
    }

    /**
     * Where in a text something is wrong.
     *
     * @param text the text
     * @param at the index of the character; the text's length if something is missing at its end
     */
    public record Place(String text, int at) {}

    /** Returns a refusal for something that does not exist or can't be had: exit status 1. */
    public static Refusal absent(String message, String remedy) {
        return new Refusal(1, message, remedy, null);
    }

    /** Returns a refusal of wrong usage: exit status 2. */
    public static Refusal usage(String message, String remedy) {
        return new Refusal(2, message, remedy, null);
    }

    /** Returns the same refusal, pointing at a place in what was written. */
    public Refusal at(String text, int index) {
        return new Refusal(status, getMessage(), remedy, new Place(text, index));
    }

    /** Returns where something is wrong; null if it is no single place. */
    public Place place() {
        return place;
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
