// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.Collection;

/**
 * A service of {@link java.util.ServiceLoader} by which a library brings commands without being called.
 *
 * <p>It is looked for whenever somebody asks for commands: in the class loader of this package, in the system's, and in
 * the context loaders of running threads. A provider is made anew each time, so its constructor does little.
 */
public interface CommandProvider {

    /** Returns the commands. */
    Collection<Command> commands();
}
