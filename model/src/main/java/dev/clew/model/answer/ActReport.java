// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

/**
 * What an act on a task did.
 *
 * @param act {@code cancel} or {@code interrupt}
 * @param task the task's id
 * @param name the task's name
 * @param result {@code cancelled}, {@code interrupted}, {@code already-ended}, {@code still-running} or
 *     {@code not-possible}
 * @param detail one sentence for people
 */
public record ActReport(String act, long task, String name, String result, String detail) implements Answer {

    /** Returns whether the act did what it was asked for. */
    public boolean done() {
        return result.equals("cancelled") || result.equals("interrupted");
    }
}
