// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;

/** Where a stop takes place. */
public interface Host {

    /** Returns how the program is typed to ask this host, for example {@code clew -p 42}. */
    String program();

    /**
     * Returns the door to it once it is ready.
     *
     * @throws Refusal if it does not become ready
     */
    Target target() throws Refusal;
}
