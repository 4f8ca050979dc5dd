// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.model.Kind;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.TaskTree.Branch;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {

    private final StorySource source = new StorySource();

    @Test
    void hangsTasksBelowTheirCreators() throws Refusal {
        assertThat(tree(null, 0).branches()).extracting(Branch::depth, Branch::task, Branch::count, Branch::below)
                .containsExactly(tuple(0, 1L, 1L, 3L), tuple(1, 12L, 1L, 2L), tuple(2, 42L, 1L, 1L));
    }

    @Test
    void takesTasksAsOneThatWereCreatedAlike() throws Refusal {
        for (long id = 100; id < 110; id++) {
            add(id, "job-" + id, Parent.of(12, "Checkout"), State.WAITING);
            add(id + 100, "step", Parent.of(id, "job-" + id), State.RUNNING);
        }
        add(300, "other", Parent.of(12, "Checkout"), State.WAITING);
        TaskTree tree = tree("id>=100", 0);

        assertThat(tree.branches()).extracting(Branch::depth, Branch::name, Branch::count, Branch::below).containsExactly(
                tuple(0, "main", 0L, 21L), tuple(1, "Checkout", 0L, 21L), tuple(2, "job-*", 10L, 20L),
                tuple(3, "step", 10L, 10L), tuple(2, "other", 1L, 1L));
        assertThat(tree).extracting(TaskTree::total, TaskTree::matching, TaskTree::left).containsExactly(24L, 21L, 0L);
    }

    @Test
    void keepsCreatorsThatHaveEnded() throws Refusal {
        add(100, "orphan", Parent.of(43, "OrderJob"), State.WAITING);

        assertThat(tree("id:100", 0).branches()).extracting(Branch::task, Branch::count, Branch::note).containsExactly(
                tuple(1L, 0L, null), tuple(12L, 0L, null), tuple(43L, 0L, "ended"), tuple(100L, 1L, null));
    }

    @Test
    void saysWhichCreatorsAreNotKnown() throws Refusal {
        add(100, "a", Parent.unknown("before attach"), State.WAITING);
        add(101, "b", Parent.of(99, "gone"), State.WAITING);

        assertThat(tree("id:100,101", 0).branches()).extracting(Branch::task, Branch::note, Branch::count)
                .containsExactly(tuple(99L, "no longer held", 0L), tuple(101L, null, 1L),
                        tuple(null, "before attach", 0L), tuple(100L, null, 1L));
    }

    @Test
    void countsWhatItHasNoRoomFor() throws Refusal {
        add(100, "a", Parent.root(), State.WAITING);

        assertThat(tree(null, 2)).extracting(tree -> tree.branches().size(), TaskTree::matching, TaskTree::left)
                .containsExactly(2, 4L, 2L);
    }

    @Test
    void holdsALineageOfAnyLengthAndCyclesToo() throws Refusal {
        source.live.clear();
        add(1, "first", Parent.of(5_000, "last"), State.RUNNING);
        for (long id = 2; id <= 5_000; id++) {
            add(id, id % 2 == 0 ? "even" : "odd", Parent.of(id - 1, "x"), State.RUNNING);
        }
        TaskTree tree = tree(null, 0);

        assertThat(tree.branches().stream().mapToLong(Branch::count).sum()).isEqualTo(5_000);
        assertThat(tree.branches()).allMatch(branch -> branch.depth() < Tree.DEEPEST);
    }

    private void add(long id, String name, Parent parent, State state) {
        source.live.add(new Sighting(new Task(id, Kind.POOL, name, state, Story.ORDERING.get(1), parent, Story.NOON, null,
                null, null, false, 0, null, null), false, false, List.of()));
    }

    private TaskTree tree(String filter, int limit) throws Refusal {
        return (TaskTree) new SourceTarget(source).ask(new Question.Tree(filter, limit, false, false));
    }
}
