// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;

/** The command {@code demo}: a sample application under the agent, with a guided tour. */
final class Demo {

    private Demo() {}

    static int run(Surroundings around) throws Refusal {
        throw Refusal.absent("the demo is not in this version", "clew run -- java ... watches a program of yours");
    }
}
