// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * The places that tasks come from, each below the place of the tasks that create them there, with every task since Clew
 * came counted; places that are alike stand for one another.
 *
 * @param since when counting began
 * @param live how many tasks live
 * @param created how many were created since then, those included that were there before
 * @param left how many of the live ones are in no row, because there would be too many
 * @param branches the rows, each below the place that creates it, the largest branch first
 */
public record OriginTree(Instant since, long live, long created, long left, List<Offshoot> branches)
        implements Answer {

    /**
     * The tasks of one place, or of several that are alike with all below them.
     *
     * @param depth how many branches are above it
     * @param places how many places that are alike it stands for
     * @param kind their kind; null if they differ
     * @param name the name of their work; null if it is not known
     * @param site their site; null if there is none, or if they differ
     * @param sites how many sites they have
     * @param live how many of its own tasks live
     * @param created how many of its own were created
     * @param below how many tasks live in it and in the branches below it
     * @param captures how the stacks of their creations are known, the most frequent first
     * @param note why they have no place; null if they have one
     */
    public record Offshoot(int depth, int places, Kind kind, String name, Frame site, int sites, long live,
            long created, long below, List<GroupList.Tally> captures, String note) {}
}
