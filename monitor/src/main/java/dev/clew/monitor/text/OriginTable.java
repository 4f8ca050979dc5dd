// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.OriginTree;
import dev.clew.model.answer.OriginTree.Offshoot;
import java.time.Instant;

/**
 * Places that tasks come from: one is indented below the place that creates it.
 *
 * @param width how many columns there are
 * @param now the present
 */
record OriginTable(int width, Instant now) {

    private static final int ROOMY = 120;

    String text(OriginTree tree) {
        var head = new StringBuilder(Count.number(tree.live())).append(" live of ")
                .append(Count.number(tree.created())).append(" created, counted for ")
                .append(Age.between(tree.since(), now));
        head.append(tree.left() == 0 ? "" : "; " + Count.number(tree.left()) + " live ones are not shown, -n 0 shows more");
        if (tree.branches().isEmpty()) {
            return head.append('\n').toString();
        }
        var table = new Table(Column.number("LIVE"), Column.number("BELOW"), Column.number("CREATED"),
                Column.soft("TASKS", 20, 2), Column.site("SITE", 14, 3), Column.soft("CAPTURE", 7, 4));
        tree.branches().forEach(branch -> table.row(branch.live() == 0 ? "-" : Count.number(branch.live()),
                branch.below() == branch.live() ? "" : Count.number(branch.below()), Count.number(branch.created()),
                label(branch), site(branch), SiteTable.capture(branch.captures())));
        return head.append('\n').append(table.render(width)).toString();
    }

    private String label(Offshoot branch) {
        String indent = (width < ROOMY ? " " : "  ").repeat(branch.depth());
        String kind = branch.kind() == null ? "tasks" : branch.kind().word();
        String name = branch.name() == null ? "" : " " + branch.name();
        String note = branch.note() == null ? "" : " (" + branch.note() + ")";
        return indent + kind + name + note + (branch.places() == 1 ? "" : " in " + branch.places() + " places");
    }

    private static String site(Offshoot branch) {
        return branch.site() != null ? branch.site().brief()
                : branch.sites() > 1 ? Count.of(branch.sites(), "site") : "-";
    }
}
