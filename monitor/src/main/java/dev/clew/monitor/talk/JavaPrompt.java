// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.command.Request;

/** Lets a person type Java; there is one at a terminal alone. */
public interface JavaPrompt {

    /** Where nobody types. */
    JavaPrompt NONE = asked -> {
        throw Refusal.usage("a console needs a terminal", "add statements, for example console '1 + 1'");
    };

    /** Opens a console, and returns the exit status once the person has left it. */
    int converse(Request.Evaluate asked) throws Refusal;
}
