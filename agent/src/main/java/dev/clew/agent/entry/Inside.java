// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.lang.instrument.Instrumentation;

/**
 * What is inside, as the entry knows it.
 *
 * <p><b>Cost</b>: a call of an interface. To call by reflection, the JVM would first make classes for the call's shape.
 */
public interface Inside {

    /** Attaches Clew to this JVM. */
    void enter(String arguments, Instrumentation instrumentation, boolean atStart) throws Exception;
}
