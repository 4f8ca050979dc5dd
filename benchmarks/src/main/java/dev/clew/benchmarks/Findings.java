// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.growth.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a run found out.
 *
 * @param jdks what it measured on
 * @param rows the table of prices
 * @param peers the lines of the table of other tools
 * @param curves how prices grow
 */
record Findings(List<Jdk> jdks, List<Row> rows, List<String> peers, List<Curve> curves) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
