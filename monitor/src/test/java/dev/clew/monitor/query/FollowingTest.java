// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.model.Ending;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.query.Following.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private final StorySource source = new StorySource();
    private final SourceTarget target = new SourceTarget(source);

    @Test
    void tellsOnceWhatCameAndWhatEnded() throws Refusal {
        live(100, "before");
        Following following = Following.begin(target, null, false);
        live(101, "new");
        end(90, Outcome.FAILED);

        assertThat(following.look().events()).extracting(Event::event, event -> event.task().id())
                .containsExactlyInAnyOrder(tuple("came", 101L), tuple("ended", 90L));
        assertThat(following.look().events()).isEmpty();
    }

    @Test
    void tellsOfATaskWithALowerIdThatCameLater() throws Refusal {
        live(200, "a");
        Following following = Following.begin(target, "name:a", false);
        live(150, "a");
        live(151, "b");

        assertThat(following.look().events()).extracting(event -> event.task().id()).containsExactly(150L);
    }

    @Test
    void followsEndedTasksAloneIfTheFilterIsAboutThose() throws Refusal {
        Following following = Following.begin(target, "outcome:failed", false);
        live(100, "a");
        end(90, Outcome.FAILED);
        end(91, Outcome.RETURNED);

        assertThat(following.look().events()).extracting(event -> event.task().id()).containsExactly(90L);
    }

    @Test
    void tellsHowManyItMissed() throws Refusal {
        Following following = Following.begin(target, null, false);
        for (long id = 1_000; id < 3_007; id++) {
            live(id, "many");
        }
        Following.Look look = following.look();

        assertThat(look.events()).hasSize(2_000);
        assertThat(look.missed()).isEqualTo(7);
    }

    @Test
    void refusesAFilterThatMeansNothing() {
        assertThatThrownBy(() -> Following.begin(target, "kind:pol", false)).hasMessage("no kind pol, did you mean pool?");
    }

    private void live(long id, String name) {
        source.live.add(seen(id, name, State.RUNNING, null));
    }

    private void end(long id, Outcome outcome) {
        source.ended.add(seen(id, "x", State.ENDED, new Ending(outcome, Instant.now(), null, null, null)));
    }

    private static Sighting seen(long id, String name, State state, Ending ending) {
        return new Sighting(new Task(id, Kind.POOL, name, state, null, Parent.root(), Instant.now(), null, null, null, false,
                0, null, ending), false, false, List.of());
    }
}
