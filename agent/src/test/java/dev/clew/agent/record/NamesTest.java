// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Frame;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks, work, and what is waited for have names as a person would say them. */
@ExtendWith(Attached.class)
class NamesTest {

    private static final Trace NOWHERE = new Trace(List.of(), null);

    @Test
    void workIsNamedByItsClass() {
        Runnable anonymous = new Runnable() {
            @Override
            public void run() {}
        };
        Callable<String> lambda = () -> "lambda";

        assertThat(WorkNames.of(FutureTask.class)).isEqualTo("FutureTask");
        assertThat(WorkNames.of(anonymous.getClass())).isEqualTo("NamesTest$1");
        assertThat(WorkNames.of(lambda.getClass())).isEqualTo("NamesTest lambda");
        assertThat(WorkNames.of(String[].class)).doesNotContain("/");
    }

    @Test
    void aThreadIsNamedAsItIsNamed() {
        TaskRecord record = Harvest.see(Thread.currentThread());

        assertThat(Names.of(record, NOWHERE)).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void workOfAPoolIsNamedByItsClassAlsoOnceThatIsText() {
        TaskRecord record = TestRecord.of(7).kind(TaskRecord.POOL).work(FutureTask.class).done();
        assertThat(Names.of(record, NOWHERE)).isEqualTo("FutureTask");

        record.creation.work = "OrderJob";
        assertThat(Names.of(record, NOWHERE)).isEqualTo("OrderJob");

        record.creation.name = "nightly";
        assertThat(Names.of(record, NOWHERE)).isEqualTo("nightly");
    }

    @Test
    void whatHasNoNameSaysSo() {
        assertThat(Names.of(TestRecord.of(7).kind(TaskRecord.POOL).done(), NOWHERE)).isEqualTo("(unnamed)");
        TaskRecord nameless = ended("");
        assertThat(Names.of(nameless, NOWHERE)).isEqualTo("(unnamed)");
        assertThat(Names.shown("")).isEqualTo("(unnamed)");
        assertThat(Names.shown(null)).isNull();
    }

    @Test
    void anEndedThreadKeepsItsName() {
        assertThat(Names.of(ended("worker-7"), NOWHERE)).isEqualTo("worker-7");
    }

    private static TaskRecord ended(String thread) {
        TaskRecord record = Hand.thread(thread);
        Hand.publish(record, Hand.of(Creation.EXACT));
        return record;
    }

    @Test
    void aFutureIsNamedByWhatMadeIt() {
        TaskRecord record = TestRecord.of(7).kind(TaskRecord.FUTURE).done();
        Trace applied = new Trace(List.of(new Frame("java.util.concurrent.CompletableFuture", "thenApply", null, 1)),
                null);

        assertThat(Names.of(record, NOWHERE)).isEqualTo("promise");
        assertThat(Names.of(record, applied)).isEqualTo("thenApply");
        record.creation.work = FutureTask.class;
        assertThat(Names.of(record, applied)).isEqualTo("thenApply FutureTask");
    }

    @Test
    void whatIsWaitedForIsNamedAsAPersonWould() throws ReflectiveOperationException {
        assertThat(Blockers.name(new ReentrantLock().newCondition().getClass())).isEqualTo("a condition");
        assertThat(Blockers.name(nested(ReentrantLock.class, "NonfairSync"))).isEqualTo("a ReentrantLock");
        assertThat(Blockers.name(nested(ReentrantLock.class, "FairSync"))).isEqualTo("a ReentrantLock");
        assertThat(Blockers.name(nested(Semaphore.class, "NonfairSync"))).isEqualTo("a Semaphore");
        assertThat(Blockers.name(nested(CountDownLatch.class, "Sync"))).isEqualTo("a CountDownLatch");
        assertThat(Blockers.name(nested(CompletableFuture.class, "Signaller"))).isEqualTo("a future");
        assertThat(Blockers.name(FutureTask.class)).isEqualTo("a future");
        assertThat(Blockers.name(NamesTest.class)).isEqualTo("a NamesTest");
    }

    private static Class<?> nested(Class<?> outer, String name) throws ClassNotFoundException {
        return Class.forName(outer.getName() + "$" + name, false, null);
    }
}
