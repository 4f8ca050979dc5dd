// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Cause;
import java.util.ArrayList;
import java.util.List;

/** Leaves out the middle of a long run of causes that are alike, and counts it. */
final class Folding {

    /** So many of a run are told at each of its ends. */
    static final int TOLD = 5;

    private Folding() {}

    /** Returns causes in the same order, with each long run of like ones folded. */
    static List<Cause> of(List<Cause> causes) {
        List<Cause> folded = new ArrayList<>();
        int at = 0;
        while (at < causes.size()) {
            int next = at + 1;
            while (next < causes.size() && causes.get(next).like(causes.get(at))) {
                next++;
            }
            run(folded, causes.subList(at, next));
            at = next;
        }
        return folded;
    }

    private static void run(List<Cause> folded, List<Cause> alike) {
        int left = alike.size() - 2 * TOLD;
        if (left <= 0) {
            folded.addAll(alike);
            return;
        }
        folded.addAll(alike.subList(0, TOLD - 1));
        folded.add(alike.get(TOLD - 1).followedBy(left));
        folded.addAll(alike.subList(alike.size() - TOLD, alike.size()));
    }
}
