// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.soak;

import dev.clew.benchmarks.Target;
import java.io.IOException;

/**
 * What a target holds after a garbage collection, when nothing runs in it.
 *
 * @param heap megabytes of its heap
 * @param metaspace megabytes of its metaspace
 * @param clew threads of Clew
 * @param threads its other threads, those that pools make and end by themselves left out
 * @param files its open files
 */
record Reading(double heap, double metaspace, double clew, double threads, double files) {

    static Reading of(Target target) throws IOException {
        double[] told = target.numbers("measure 0");
        return new Reading(told[0] / 1e6, told[1] / 1e6, told[2], told[3], told[4]);
    }
}
