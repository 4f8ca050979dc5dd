// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.View;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private final StorySource source = new StorySource();

    private Overview ask(View view, String filter, String sort, int offset, int limit) throws Refusal {
        return ask(new Question.Overview(view, 0, filter, sort, null, offset, limit, false, false));
    }

    private Overview ask(Question.Overview question) throws Refusal {
        return (Overview) new SourceTarget(source).ask(question);
    }

    private static List<Long> ids(Overview overview) {
        return overview.tasks().tasks().stream().map(Task::id).toList();
    }

    @Test
    void countsEverythingWhateverIsShown() throws Refusal {
        Overview overview = ask(null, null, null, 0, 0);

        assertThat(overview.live()).isEqualTo(3);
        assertThat(overview.states()).containsExactly(new Tally("running", 2), new Tally("waiting", 1));
        assertThat(overview.ended()).isEqualTo(1_203);
        assertThat(overview.created()).isEqualTo(1_208);
        assertThat(overview.outcomes()).containsExactly(new Tally("cancelled", 7), new Tally("failed", 3));
        assertThat(overview.tasks()).isNull();
        assertThat(overview.groups()).isNull();
    }

    @Test
    void showsAWindowOfTheTasks() throws Refusal {
        Overview overview = ask(View.TASKS, null, "-id", 1, 1);

        assertThat(ids(overview)).containsExactly(12L);
        assertThat(overview.offset()).isEqualTo(1);
        assertThat(overview.tasks().matching()).isEqualTo(3);
        assertThat(overview.tasks().shown()).isEqualTo(1);
    }

    @Test
    void leavesTheWindowFullAtTheEnd() throws Refusal {
        Overview overview = ask(View.TASKS, null, null, 5_000, 2);

        assertThat(ids(overview)).containsExactly(12L, 42L);
        assertThat(overview.offset()).isEqualTo(1);
    }

    @Test
    void sendsAWindowOfMany() throws Refusal {
        for (int i = 100; i < 60_100; i++) {
            source.live.add(new Sighting(Story.order(i, Kind.VIRTUAL), false, false, List.of()));
        }
        Overview overview = ask(View.TASKS, "state:waiting", "id", 59_990, 50);

        assertThat(overview.tasks().matching()).isEqualTo(60_001);
        assertThat(ids(overview)).hasSize(50).endsWith(60_099L);
        assertThat(overview.offset()).isEqualTo(59_951);
    }

    @Test
    void filtersWhatIsShownAndNotWhatIsCounted() throws Refusal {
        Overview overview = ask(View.TASKS, "kind:virtual", null, 0, 10);

        assertThat(ids(overview)).containsExactly(42L);
        assertThat(overview.live()).isEqualTo(3);
        assertThatThrownBy(() -> ask(View.TASKS, "kind:nothing", null, 0, 10)).isInstanceOf(Refusal.class);
    }

    @Test
    void showsEndings() throws Refusal {
        Overview overview = ask(View.ENDINGS, "outcome:failed", null, 0, 10);

        assertThat(ids(overview)).containsExactly(43L);
        assertThat(overview.tasks().dropped()).isEqualTo(1_200);
    }

    @Test
    void showsGroups() throws Refusal {
        Overview overview = ask(new Question.Overview(View.TASKS, 0, null, "key", "state", 1, 1, false, false));

        assertThat(overview.groups().found()).isEqualTo(2);
        assertThat(overview.groups().groups()).singleElement().extracting("key", "count").containsExactly("waiting", 1L);
        assertThat(overview.offset()).isEqualTo(1);
    }

    @Test
    void showsPoolsAndOneTask() throws Refusal {
        assertThat(ask(View.POOLS, null, null, 0, 1).pools()).satisfies(list -> {
            assertThat(list.found()).isEqualTo(2);
            assertThat(list.pools()).hasSize(1);
        });
        var found = ask(new Question.Overview(View.TASK, 42, null, null, null, 0, 0, false, false));
        assertThat(found.task().task()).isEqualTo(Story.order());
        assertThat(ask(new Question.Overview(View.TASK, 999, null, null, null, 0, 0, false, false)).task()).isNull();
    }

    @Test
    void isTheSameAtAnotherMoment() throws Refusal {
        Overview first = ask(View.TASKS, null, null, 0, 10);

        assertThat(ask(View.TASKS, null, null, 0, 10).sameAs(first)).isTrue();
        source.live.remove(0);
        assertThat(ask(View.TASKS, null, null, 0, 10).sameAs(first)).isFalse();
    }
}
