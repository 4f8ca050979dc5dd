// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

/**
 * A label or a name that a task has; closing it takes it back, and what was said before holds again.
 *
 * <p>One that is not closed stays until its task ends, and is kept with the task's ending.
 *
 * <p><b>Threads</b>: any.
 */
public final class Label implements AutoCloseable {

    /** Stands for every label while there is no agent. */
    static final Label NONE = new Label(null);

    private volatile Object said;

    private Label(Object said) {
        this.said = said;
    }

    static Label of(String key, Object value) {
        if (!Door.isOpen()) {
            return NONE;
        }
        Object said = Door.say("label", key, text(value));
        return said == null ? NONE : new Label(said);
    }

    /** Returns a value's text; one whose own code fails is told by its class. */
    private static String text(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getName();
        }
    }

    /** Takes the label back; nothing the second time, or after the task's end. */
    @Override
    public void close() {
        Object open = said;
        if (open != null) {
            said = null;
            Door.say("unlabel", open);
        }
    }
}
