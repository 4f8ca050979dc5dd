// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console.given;

import java.util.Arrays;

/**
 * The thread of one statement, which can be asked to stop.
 *
 * <p><b>Threads</b>: any may ask. <b>Cost</b>: one volatile read for each turn of a loop that a statement itself has.
 */
public final class StatementThread extends Thread {

    private volatile boolean halted;

    /** Makes a daemon that sees classes as the application does. */
    public StatementThread(Runnable work, String name, ClassLoader context) {
        super(application(), work, name, 0, false);
        setDaemon(true);
        setContextClassLoader(context);
    }

    /** Returns the group of the application's threads: what is in the JVM's own counts as the JVM's. */
    private static ThreadGroup application() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        ThreadGroup[] groups = new ThreadGroup[root.activeGroupCount() + 8];
        int count = root.enumerate(groups, false);
        return Arrays.stream(groups, 0, count).filter(group -> group.getName().equals("main")).findFirst().orElse(root);
    }

    /** Asks the statement to stop: by an interrupt, and at the next turn of a loop of its own. */
    public void halt() {
        halted = true;
        interrupt();
    }

    /** Passes unless the statement of this thread is to stop; compiled into every loop of a statement. */
    public static void check() {
        if (Thread.currentThread() instanceof StatementThread statement && statement.halted) {
            throw new Halted();
        }
    }

    /** Ends a statement that was asked to stop. */
    public static final class Halted extends Error {

        private static final long serialVersionUID = 1L;

        Halted() {
            super("stopped", null, false, false);
        }
    }
}
