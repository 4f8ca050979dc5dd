// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.TaskTree.Branch;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Live tasks by who created them: a branch is indented below its creator.
 *
 * @param width how many columns there are
 * @param now the present
 */
record TreeTable(int width, Instant now) {

    private static final int ROOMY = 120;

    String text(TaskTree tree) {
        var head = new StringBuilder(Count.of(tree.total(), "task"));
        head.append(tree.matching() == tree.total() ? "" : " (" + Count.number(tree.matching()) + " that match)");
        head.append(tree.left() == 0 ? "" : "; " + Count.number(tree.left()) + " are not shown, -n 0 shows more");
        head.append(tree.folded() == 0 ? "" : "; " + Count.number(tree.folded()) + " folded, --all shows them");
        if (tree.branches().isEmpty()) {
            return head.append('\n').toString();
        }
        var table = new Table(Column.number("COUNT"), Column.number("BELOW"), Column.number("ID"),
                Column.soft("TASK", 20, 2), Column.site("SITE", 14, 3), Column.soft("STATES", 8, 4),
                Column.number("SINCE"));
        tree.branches().forEach(branch -> table.row(branch.count() == 0 ? "-" : Count.number(branch.count()),
                branch.below() == branch.count() ? "" : Count.number(branch.below()),
                branch.task() == null ? "" : branch.task().toString(), label(branch),
                branch.site() == null ? "-" : branch.site().brief(), states(branch),
                branch.oldestAt() == null ? "unknown" : Age.between(branch.oldestAt(), now)));
        return head.append('\n').append(table.render(width)).toString();
    }

    private String label(Branch branch) {
        String indent = (width < ROOMY ? " " : "  ").repeat(branch.depth());
        if (branch.task() == null) {
            return indent + "creator unknown (" + branch.note() + ")";
        }
        String name = branch.name() == null || branch.name().isEmpty() ? "unnamed" : branch.name();
        String kind = branch.kind() == null ? "" : branch.kind().word() + " ";
        return indent + kind + name + (branch.note() == null ? "" : " (" + branch.note() + ")");
    }

    private static String states(Branch branch) {
        return branch.states().stream()
                .map(each -> (branch.count() == 1 ? "" : Count.number(each.count()) + " ")
                        + (each.word() == null ? "unknown" : each.word()))
                .collect(Collectors.joining(", "));
    }
}
