// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.List;

/** Every subject of the JVM that Clew instruments. */
final class Subjects {

    private Subjects() {}

    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        all.addAll(Threads.subjects());
        all.addAll(Futures.subjects());
        all.addAll(Pools.subjects());
        all.addAll(ForkJoins.subjects());
        all.addAll(Stages.subjects());
        all.addAll(Timers.subjects());
        all.addAll(Scopes.subjects());
        return all;
    }
}
