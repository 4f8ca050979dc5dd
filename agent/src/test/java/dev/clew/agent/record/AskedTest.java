// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.TaskRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task was asked to stop when the first part of the act met it. */
@ExtendWith(Attached.class)
class AskedTest {

    private final Traces traces = new Traces(new Sites(List.of()));
    private final TaskRecord record = TestRecord.of(7).done();

    @Test
    void anActAsksWhenItIsDone() {
        Act cancel = Hand.act(Act.CANCEL);

        assertThat(Asked.at(record, cancel, traces)).isEqualTo(cancel.at);
    }

    @Test
    void anInterruptThatMetOtherWorkOfTheThreadAskedNothingOfThisOne() {
        Act interrupt = Hand.act(Act.INTERRUPT);
        interrupt.met = 8;
        assertThat(Asked.at(record, interrupt, traces)).isZero();

        interrupt.met = 7;
        assertThat(Asked.at(record, interrupt, traces)).isEqualTo(interrupt.at);
    }

    @Test
    void anEarlierInterruptOfAnotherSortIsNoPartOfTheAct() {
        Hand.interrupt(record, Hand.act(Act.INTERRUPT));
        Act cancel = Hand.act(Act.CANCEL);

        assertThat(Asked.at(record, cancel, traces)).as("a plain interrupt came before").isEqualTo(cancel.at);
    }

    @Test
    void theSameSortOfActThatCameEarlierIsWhenItAsked() {
        Act first = Hand.act(Act.INTERRUPT);
        Hand.interrupt(record, first);
        Act second = Hand.act(Act.INTERRUPT);

        assertThat(Asked.at(record, second, traces)).isEqualTo(first.at);
        assertThat(Asked.at(record, first, traces)).isEqualTo(first.at);
    }

    @Test
    void whatAnotherTaskDidEarlierIsNoPartOfTheAct() throws InterruptedException {
        Thread other = new Thread(() -> Hand.interrupt(record, Hand.act(Act.INTERRUPT)));
        other.start();
        other.join();
        Act mine = Hand.act(Act.INTERRUPT);

        assertThat(Asked.at(record, mine, traces)).isEqualTo(mine.at);
    }
}
