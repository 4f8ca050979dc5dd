// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What runs on a thread, also when hooks of one sort or another are missed. */
@ExtendWith(Attached.class)
class ThreadRecordTest {

    private final ThreadRecord thread = new ThreadRecord();
    private final TaskRecord outer = new WorkRecord(null);
    private final TaskRecord inner = new WorkRecord(null);

    @Test
    void theInnermostTaskIsTheThreadItselfWhenNothingElseRuns() {
        assertThat(thread.innermost()).isSameAs(thread);
        assertThat(thread.pop("never begun")).isNull();
        assertThat(thread.innermost()).isSameAs(thread);
    }

    @Test
    void runsEndInTheOrderOfTheirNesting() {
        thread.push(outer, "outer", null);
        thread.push(inner, "inner", null);
        assertThat(thread.innermost()).isSameAs(inner);

        assertThat(thread.pop("inner")).isSameAs(inner);
        assertThat(thread.pop("outer")).isSameAs(outer);
        assertThat(thread.innermost()).isSameAs(thread);
    }

    @Test
    void anEndTakesWhatWasLeftAboveIt() {
        thread.push(outer, "outer", null);
        thread.push(inner, "inner", null);

        assertThat(thread.pop("outer")).isSameAs(outer);
        assertThat(thread.innermost()).isSameAs(thread);
        assertThat(thread.pop("inner")).isNull();
    }

    @Test
    void anEndWithoutABeginningChangesNothing() {
        thread.push(outer, "outer", null);

        assertThat(thread.pop("inner")).isNull();
        assertThat(thread.innermost()).isSameAs(outer);
    }

    @Test
    void keysAreToldApartByIdentity() {
        String key = new String("key");
        thread.push(outer, key, null);

        assertThat(thread.pop(new String("key"))).isNull();
        assertThat(thread.pop(key)).isSameAs(outer);
    }

    @Test
    void deepNestingEndsFromTheInside() {
        for (int i = 0; i < 1_000; i++) {
            thread.push(outer, i, null);
        }
        Object lowest = bottom().key;
        assertThat(thread.pop(lowest)).as("a search is bounded").isNull();
        int ended = 0;
        while (thread.current() != null && thread.pop(thread.current().key) != null) {
            ended++;
        }

        assertThat(ended).isEqualTo(1_000);
    }

    private Run bottom() {
        Run run = thread.current();
        while (run.outer != null) {
            run = run.outer;
        }
        return run;
    }

    @Test
    void aSubmissionIsKnownWhileItIsHandedOver() {
        inner.publish(Hand.of(Creation.EXACT));
        thread.hand(inner, "work");
        thread.hand(null, null); // something that is no submission
        thread.handedOver("work"); // not the innermost: stays
        assertThat(thread.handed("work")).isSameAs(inner);

        thread.handedOver();
        thread.handedOver();
        thread.handedOver();
        assertThat(thread.handed("work")).isNull();
    }

    @Test
    void aSubmissionOfAnEarlierAttachmentIsNotKnown() {
        inner.publish(Hand.of(Creation.EXACT));
        Harvest.finish();
        Harvest.begin(false, null);
        thread.hand(inner, "work");

        assertThat(thread.handed("work")).isNull();
    }
}
