// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.growth;

import dev.clew.benchmarks.Pair;
import dev.clew.benchmarks.Samples;

/**
 * What a task costs at one place of a curve.
 *
 * @param much how much there is of what grows
 * @param cost CPU time of the whole process for a task, in nanoseconds
 * @param speed tasks made in a second, with Clew
 * @param throttled the share of creations that took no stack, in percent
 * @param forgotten the share of endings that the history let go of, in percent
 */
public record Point(int much, Pair cost, Samples speed, Samples throttled, Samples forgotten) {

    Point(int much) {
        this(much, new Pair(), new Samples(), new Samples(), new Samples());
    }

    Samples price() {
        return cost.difference();
    }
}
