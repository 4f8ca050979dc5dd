// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

/**
 * One thing that Clew says and that is not so.
 *
 * @param node the task, for example {@code N17}
 * @param what the field
 * @param expected what is true
 * @param got what Clew says
 */
record Difference(String node, String what, String expected, String got) {

    @Override
    public String toString() {
        return node + ": " + what + " is " + expected + ", Clew says " + got;
    }
}
