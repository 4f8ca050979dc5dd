// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

/**
 * Where an application speaks to Clew.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: without the agent, a field's load.
 */
public final class Clew {

    private Clew() {}

    /**
     * Has Clew watch this process, as {@code clew attach} does from outside; see {@link #start(String)}.
     *
     * @return takes the agent out again when it is closed
     */
    public static Monitor start() {
        return start("");
    }

    /**
     * Has Clew watch this process from now on: brings the agent unless it is there. When this returns, the agent
     * watches, or one warning in the log of {@code dev.clew} says why it can't; the application goes on either way. It
     * takes about a second, and fifteen at most.
     *
     * <p>If the agent is there already, it takes a name if it was given none, and what else can't be taken any more is
     * said in the log.
     *
     * @param options the agent's options, for example {@code name=orders}, and {@code agent=PATH} for where its jar is
     * @return takes the agent out again when it is closed, if it was not there before
     */
    public static Monitor start(String options) {
        return Start.start(options);
    }

    /** Returns whether the agent watches this JVM now. */
    public static boolean isWatching() {
        return Door.isOpen();
    }

    /**
     * Labels the task that runs on this thread, in place of the value that the key had: {@code order=17}, for example.
     *
     * <p>A task is what {@code ps} lists: the submission that a pool runs, the stage of a future, a virtual thread, else
     * the thread itself. It has 16 labels at most; a key has 40 characters at most and no equals sign, a value 200, of
     * what is longer the beginning.
     *
     * @param key what it is, for example {@code order}; nothing is labelled if it is null, empty or has an equals sign
     * @param value what it is called, by its {@code toString}
     * @return takes the label back when it is closed; it may be left open
     */
    public static Label label(String key, Object value) {
        return key == null || key.isBlank() || key.indexOf('=') >= 0 ? Label.NONE : Label.of(key, value);
    }

    /**
     * Names the task that runs on this thread, in place of the name that Clew would make.
     *
     * @param name the name; nothing is named if it is null or blank
     * @return takes the name back when it is closed; it may be left open
     */
    public static Label name(String name) {
        return name == null || name.isBlank() ? Label.NONE : Label.of("", name);
    }

    /** Returns the commands that the application adds to Clew's. */
    public static Commands commands() {
        return Commands.ONLY;
    }

    /** Returns the objects that the application shows in the console. */
    public static Console console() {
        return Console.ONLY;
    }
}
