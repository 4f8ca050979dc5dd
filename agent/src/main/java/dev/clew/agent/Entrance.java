// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.entry.Inside;
import dev.clew.agent.entry.InsideLoader;
import java.lang.instrument.Instrumentation;

/** Where the entry calls in; made by name. */
public final class Entrance implements Inside {

    @Override
    public void enter(String arguments, Instrumentation instrumentation, boolean atStart) throws Exception {
        var inside = (InsideLoader) Entrance.class.getClassLoader();
        new Agent(instrumentation, inside, Options.parse(arguments), atStart).enter();
    }
}
