// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterruptsTest {

    private ThreadRecord me;
    private TaskRecord outer;
    private TaskRecord inner;

    @BeforeEach
    void begin() {
        Harvest.begin(true, null);
        me = Recording.current();
        outer = running("outer");
        inner = running("inner");
    }

    @AfterEach
    void finish() {
        Thread.interrupted();
        Runs.over("outer");
        Harvest.finish();
    }

    private static TaskRecord running(Object key) {
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, null);
        Runs.begin(key, record);
        return record;
    }

    private void sent() throws InterruptedException {
        Thread sender = new Thread(() -> Interrupts.sent((Thread) me.object(), me));
        sender.start();
        sender.join();
    }

    private void sentByItself() {
        Interrupts.sent(Thread.currentThread(), me);
    }

    @Test
    void meetsEveryTaskThatTheThreadIsInTheMiddleOf() throws InterruptedException {
        sent();
        assertThat(me.interrupt().same(inner.interrupt())).isTrue();
        assertThat(me.interrupt().same(outer.interrupt())).isTrue();
        assertThat(outer.interrupt().met).isEqualTo(inner.id);

        Interrupts.received(Reception.EXCEPTION);
        assertThat(outer.interrupt().reception()).isNotNull().isSameAs(me.interrupt().reception());
    }

    @Test
    void isReceivedOnceWhereverItsExceptionIsMadeAgain() throws InterruptedException {
        sent();
        Interrupts.received(Reception.EXCEPTION);
        Reception first = inner.interrupt().reception();
        Interrupts.received(Reception.EXCEPTION);
        sentByItself();
        Interrupts.received(Reception.CLOSED_CHANNEL);

        assertThat(inner.interrupt().before).isZero();
        assertThat(inner.interrupt().reception()).isSameAs(first);
        assertThat(first.restored).isTrue();
    }

    @Test
    void isClearedUntilAnExceptionTellsOfIt() throws InterruptedException {
        sent();
        Interrupts.received(Reception.CLEARED);
        assertThat(inner.interrupt().reception().as).isEqualTo(Reception.CLEARED);
        assertThat(inner.interrupt().unnoticed()).isFalse();
        Interrupts.received(Reception.EXCEPTION);
        assertThat(inner.interrupt().reception().as).isEqualTo(Reception.EXCEPTION);
        Interrupts.received(Reception.CLEARED);
        assertThat(inner.interrupt().reception().as).isEqualTo(Reception.EXCEPTION);
    }

    @Test
    void countsAsUntouchedWhenItsFlagIsClearedAndSetAgain() throws InterruptedException {
        sent();
        Interrupts.received(Reception.CLEARED);
        sentByItself();
        assertThat(inner.interrupt().unnoticed()).isTrue();
        Interrupts.received(Reception.SELECTION);
        assertThat(inner.interrupt().reception().as).isEqualTo(Reception.SELECTION);
        assertThat(inner.interrupt().before).isZero();
    }

    @Test
    void ofTheThreadItselfIsOneIfNobodyElseSentOne() {
        sentByItself();
        assertThat(inner.interrupt().actor).isSameAs(inner);
    }

    @Test
    void thatNobodySentIsToldIfAnExceptionIsMade() {
        Interrupts.received(Reception.CLEARED);
        assertThat(inner.interrupt()).isNull();
        Interrupts.received(Reception.EXCEPTION);
        assertThat(inner.interrupt().unseen).isTrue();
        assertThat(inner.interrupt().reception()).isNotNull();
    }

    @Test
    void thatATaskLeftBehindMeetsTheNext() throws InterruptedException {
        sent();
        Interrupts.received(Reception.EXCEPTION);
        sentByItself();
        Runs.over("outer");
        TaskRecord next = running("next");
        assertThat(next.interrupt()).isNull();
        Interrupts.received(Reception.EXCEPTION);
        Runs.over("next");

        assertThat(next.interrupt().same(inner.interrupt())).isTrue();
        assertThat(next.interrupt().met).isEqualTo(inner.id).isNotEqualTo(next.id);
    }

    @Test
    void thatATaskSendsToItselfIsItsOwnWhateverThoseBeforeItReceived() throws InterruptedException {
        sent();
        Interrupts.received(Reception.EXCEPTION);
        Runs.over("outer");
        TaskRecord next = running("next");
        sentByItself();
        Runs.over("next");

        assertThat(next.interrupt().actor).isSameAs(next);
        assertThat(inner.interrupt().reception().restored).isFalse();
    }

    @Test
    void isReceivedByTheInnermostTaskAlone() throws InterruptedException {
        sent();
        Interrupts.received(Reception.EXCEPTION);
        assertThat(outer.interrupt().reception().by).isEqualTo(inner.id);
    }

    @Test
    void keepsTheNewestOfMany() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            sent();
            Interrupts.received(Reception.EXCEPTION);
        }
        int held = 0;
        int before = 20;
        for (Act at = inner.interrupt(); at != null; at = at.earlier) {
            assertThat(at.before).isEqualTo(--before);
            held++;
        }
        assertThat(held).isEqualTo(8);
    }

    @Test
    void isNotKeptWithATaskThatIsOver() throws InterruptedException {
        Recording.end(inner, TaskRecord.CANCELLED, null, null);
        sent();
        Interrupts.received(Reception.EXCEPTION);

        assertThat(inner.interrupt()).isNull();
        assertThat(outer.interrupt()).isNotNull();
    }
}
