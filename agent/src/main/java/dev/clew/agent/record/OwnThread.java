// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

/** A thread of Clew's: a daemon that is hidden from every answer unless asked for, as is whatever it makes. */
public final class OwnThread extends Thread {

    /** Makes a daemon named {@code clew-<name>}. */
    public OwnThread(Runnable work, String name) {
        super(Thread.currentThread().getThreadGroup(), work, "clew-" + name, 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }
}
