// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

/** What is handed to a hook. */
sealed interface Argument {

    /** The object whose method it is. */
    record This() implements Argument {}

    /** A parameter of the method, counted from 0. */
    record Parameter(int index) implements Argument {}

    /** A field of the object whose method it is, declared by its class or inherited. */
    record Field(String name, String descriptor, boolean inherited) implements Argument {}

    /** What the method returns; only at an exit, and only as the first argument. */
    record Result() implements Argument {}

    /** What the method throws; only where it throws. */
    record Thrown() implements Argument {}

    /** The topmost value of the operand stack, which stays there; only at a call, and only as the first argument. */
    record Top() implements Argument {}

    /** The two topmost values of the operand stack, which stay there; only at a call. */
    record TopTwo() implements Argument {}

    /** The value that was on top of the operand stack before the call; only after a call. */
    record Remembered() implements Argument {}

    /** A constant. */
    record Constant(boolean value) implements Argument {}
}
