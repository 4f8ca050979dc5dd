// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.model.Capture;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.OriginTree;
import dev.clew.model.answer.OriginTree.Offshoot;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.SiteList.SiteCount;
import dev.clew.model.answer.SiteList.Spread;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Counts.Counted;
import dev.clew.monitor.Counts.Lengths;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was counted becomes rows and a tree. */
class SitesTest {

    private static final Frame ORDER = Story.ORDERING.get(1);
    private static final Frame RUN = Story.ORDERING.get(2);
    private static final Frame OPEN = Story.OPENING.get(0);

    private final StorySource source = new StorySource();

    @Test
    void addsUpWhatCameFromOneSiteByHoweverManyPlaces() throws Refusal {
        told(List.of(-1, 0, 0), counted(1, ORDER, Kind.POOL, Capture.EXACT, 3, 40),
                counted(2, ORDER, Kind.POOL, Capture.SAMPLED, 1, 60), counted(2, ORDER, Kind.VIRTUAL, Capture.EXACT, 9, 9));
        SiteList list = list(null, null, null);

        assertThat(list.sites()).extracting(SiteCount::site, SiteCount::kind, SiteCount::live, SiteCount::created)
                .containsExactly(tuple(ORDER, Kind.VIRTUAL, 9L, 9L), tuple(ORDER, Kind.POOL, 4L, 100L));
        assertThat(list.sites().get(1).captures()).containsExactly(new Tally("sampled", 60), new Tally("exact", 40));
        assertThat(list.sites().get(1).outcomes()).containsExactly(new Tally("returned", 96));
        assertThat(list).extracting(SiteList::live, SiteList::created, SiteList::total).containsExactly(13L, 109L, 2L);
    }

    @Test
    void countsByWhatItIsAskedTo() throws Refusal {
        told(List.of(-1), counted(0, ORDER, Kind.POOL, Capture.EXACT, 1, 2), counted(0, RUN, Kind.VIRTUAL, Capture.EXACT, 1, 3),
                counted(0, OPEN, Kind.POOL, Capture.SAMPLED, 1, 4),
                StorySource.counted(0, null, Kind.THREAD, Capture.UNKNOWN, "before attach", 5, 5));

        assertThat(list(null, "created", "class").sites()).extracting(SiteCount::key, SiteCount::created, SiteCount::kind)
                .containsExactly(tuple(OPEN.className(), 4L, Kind.POOL), tuple("before attach", 5L, Kind.THREAD),
                        tuple(ORDER.className(), 5L, null));
        assertThat(list(null, null, "package").sites()).extracting(SiteCount::key).containsExactly("before attach",
                "com.acme.shop");
        assertThat(list(null, null, "capture").sites()).extracting(SiteCount::key, SiteCount::created)
                .containsExactly(tuple("unknown", 5L), tuple("exact", 5L), tuple("sampled", 4L));
        assertThatThrownBy(() -> list(null, null, "sit")).hasMessageContaining("did you mean site?");
    }

    @Test
    void filtersPlacesByTheirWordsAndRowsByTheirNumbers() throws Refusal {
        told(List.of(-1), counted(0, ORDER, Kind.POOL, Capture.EXACT, 1, 200), counted(0, RUN, Kind.POOL, Capture.EXACT, 0, 3),
                counted(0, OPEN, Kind.VIRTUAL, Capture.EXACT, 7, 7));

        assertThat(keys("kind:pool created>100")).containsExactly(ORDER.toString());
        assertThat(keys("site:open")).containsExactlyInAnyOrder(OPEN.toString());
        assertThat(keys("-kind:pool")).containsExactly(OPEN.toString());
        assertThat(keys("live:0")).containsExactly(RUN.toString());
        assertThat(keys("rate>1")).as("20 of 200 came in 10 s").containsExactly(ORDER.toString());
        assertThat(list("kind:pool", null, null).total()).isEqualTo(3);
        assertThatThrownBy(() -> list("state:running", null, null)).hasMessage("a site has no state");
    }

    @Test
    void readsPercentilesOffBuckets() throws Refusal {
        long[] counts = new long[100];
        counts[3] = 98;
        counts[50] = 1;
        counts[99] = 1;
        var spans = new Lengths(counts, bucket -> bucket * 1_000L);
        told(List.of(-1), new Counted(0, ORDER, Kind.POOL, null, Capture.EXACT, null, false, 0, 100, 0, new long[8], 0, spans,
                new Lengths(new long[0], bucket -> 0)));
        SiteCount row = list(null, null, null).sites().get(0);

        assertThat(row.run()).isEqualTo(new Spread(100, 3L, 50L));
        assertThat(row.queue()).isEqualTo(new Spread(0, null, null));
    }

    @Test
    void leavesOutTheSystemsOwnUnlessItIsAsked() throws Refusal {
        told(List.of(-1), new Counted(0, ORDER, Kind.POOL, null, Capture.EXACT, null, true, 3, 3, 0, new long[8], 0,
                new Lengths(new long[0], bucket -> 0), new Lengths(new long[0], bucket -> 0)));

        assertThat(list(null, null, null).sites()).isEmpty();
        var asked = new Question.Sites(null, List.of(), null, 0, 0, null, true);
        assertThat(((SiteList) new SourceTarget(source).ask(asked)).sites()).hasSize(1);
        assertThat(tree(0).branches()).isEmpty();
    }

    @Test
    void placesThatAreAlikeAreOneWithAllBelowThem() throws Refusal {
        told(List.of(-1, 0, 0, 1, 2, 2), counted(0, null, Kind.THREAD, Capture.EXACT, 1, 1),
                counted(1, ORDER, Kind.POOL, Capture.EXACT, 2, 10), counted(2, ORDER, Kind.POOL, Capture.SAMPLED, 3, 20),
                counted(3, RUN, Kind.FUTURE, Capture.EXACT, 4, 4), counted(4, RUN, Kind.FUTURE, Capture.EXACT, 5, 5),
                counted(5, OPEN, Kind.FUTURE, Capture.EXACT, 0, 50), counted(5, RUN, Kind.FUTURE, Capture.EXACT, 0, 1));

        assertThat(tree(0).branches())
                .extracting(Offshoot::depth, Offshoot::places, Offshoot::site, Offshoot::sites, Offshoot::live,
                        Offshoot::created, Offshoot::below)
                .containsExactly(tuple(0, 1, null, 0, 1L, 1L, 15L), tuple(1, 2, ORDER, 1, 5L, 30L, 14L),
                        tuple(2, 2, RUN, 1, 9L, 9L, 9L), tuple(2, 1, null, 2, 0L, 51L, 0L));
        assertThat(tree(0)).extracting(OriginTree::live, OriginTree::created, OriginTree::left)
                .containsExactly(15L, 91L, 0L);
        assertThat(tree(2)).extracting(each -> each.branches().size(), OriginTree::left).containsExactly(2, 9L);
        assertThat(tree(0).branches().get(1).captures()).containsExactly(new Tally("sampled", 20), new Tally("exact", 10));
    }

    private OriginTree tree(int limit) throws Refusal {
        return (OriginTree) new SourceTarget(source).ask(new Question.Origins(limit, false));
    }

    private void told(List<Integer> parents, Counted... counted) {
        source.counts = new Counts(Story.NOON, 10_000, parents, List.of(counted));
    }

    private static Counted counted(int place, Frame site, Kind kind, Capture capture, long live, long created) {
        return StorySource.counted(place, site, kind, capture, site == null ? "made by the JVM" : null, live, created);
    }

    private List<String> keys(String filter) throws Refusal {
        return new ArrayList<>(list(filter, null, null).sites().stream().map(SiteCount::key).toList());
    }

    private SiteList list(String filter, String sort, String by) throws Refusal {
        return (SiteList) new SourceTarget(source).ask(new Question.Sites(filter, List.of(), sort, 0, 0, by, false));
    }
}
