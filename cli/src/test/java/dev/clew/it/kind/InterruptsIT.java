// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each interrupt is told with who sent it, what it met, and what became of it. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class InterruptsIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Interrupts.java"), "Interrupts").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    private static Interruption only(Task task) {
        List<Interruption> interrupts = watched.where(task).interrupts();
        assertThat(interrupts).as(interrupts.toString()).hasSize(1);
        return interrupts.get(0);
    }

    private static void sentByNagger(Interruption interrupt) {
        assertThat(interrupt.by().act()).isEqualTo("interrupt");
        assertThat(interrupt.by().name()).isEqualTo("nagger");
        assertThat(interrupt.by().stack()).extracting(Frame::method).contains("interrupt");
        assertThat(interrupt.by().origin()).isNotEmpty();
    }

    private static void receivedIn(Interruption interrupt, String as, String method) {
        assertThat(interrupt.fate()).isEqualTo(Fate.RECEIVED);
        assertThat(interrupt.as()).isEqualTo(as);
        assertThat(interrupt.at()).isNotNull();
        assertThat(interrupt.stack()).extracting(frame -> frame.simpleClass() + "." + frame.method()).contains(method)
                .noneMatch(frame -> frame.contains("<init>"));
    }

    private static String text(String command, Task task) {
        return program.clew().ask(program.pid(), command, Long.toString(task.id())).isFine().out();
    }

    @Test
    void oneThatALiveTaskReceivedAndWentOn() {
        program.tell("waitInMonitor");
        Task waiter = watched.expectTask().named("waiter").once();
        Interruption interrupt = only(waiter);
        sentByNagger(interrupt);
        receivedIn(interrupt, "InterruptedException", "Object.wait");
        assertThat(interrupt.restored()).isFalse();
        assertThat(text("where", waiter)).contains("INTERRUPTS SENT TO IT: 1", "called interrupt on it here:",
                "received as InterruptedException", "later, here; it went on:");
        program.tell("open waiter-on");
        Task ended = watched.expectEnding().named("waiter").outcome(Outcome.RETURNED).once();
        receivedIn(only(ended), "InterruptedException", "Object.wait");
        assertThat(text("where-terminated", ended)).contains("later, here; it went on and returned:");
    }

    @Test
    void oneThatATaskReceivedAndReturned() {
        program.tell("sleep");
        Task task = watched.expectEnding().named("sleeper").outcome(Outcome.RETURNED).act("interrupt").once();
        assertThat(task.ending().cause().reason())
                .isEqualTo("it received the interrupt and ended later; whether because of it is not known");
        Interruption interrupt = only(task);
        sentByNagger(interrupt);
        receivedIn(interrupt, "InterruptedException", "Thread.sleep");
    }

    @Test
    void oneThatATaskFailedOf() {
        program.tell("sleepAndFail");
        Task task = watched.expectEnding().named("fragile").outcome(Outcome.INTERRUPTED).act("interrupt")
                .causedBy("nagger").once();
        receivedIn(only(task), "InterruptedException", "Thread.sleep");
        assertThat(text("where-terminated", task)).contains("called interrupt on it, as told above\n    received as",
                "later, here; it stopped:");
    }

    @Test
    void oneThatWasPendingWhenALockWasEntered() {
        program.tell("lock");
        Interruption interrupt = only(watched.expectEnding().named("locker").once());
        assertThat(interrupt.by().name()).isEqualTo("locker");
        receivedIn(interrupt, "InterruptedException", "ReentrantLock.lockInterruptibly");
    }

    @Test
    void oneWhoseFlagWasCleared() {
        program.tell("clear");
        Task deaf = watched.expectTask().named("deaf").once();
        Interruption interrupt = only(deaf);
        sentByNagger(interrupt);
        assertThat(interrupt.fate()).isEqualTo(Fate.CLEARED);
        assertThat(interrupt.as()).isEqualTo("Thread.interrupted");
        assertThat(interrupt.stack()).extracting(Frame::method).anyMatch(method -> method.startsWith("lambda$clear"));
        assertThat(text("where", deaf)).contains("not received: its flag was cleared by Thread.interrupted");
        program.tell("open deaf-on");
        watched.expectEnding().named("deaf").outcome(Outcome.RETURNED).byItself().once();
    }

    @Test
    void oneThatNobodyTookNoteOf() {
        program.tell("ignore");
        Task task = watched.expectTask().named("ignorer").once();
        Interruption interrupt = only(task);
        sentByNagger(interrupt);
        assertThat(interrupt.fate()).isEqualTo(Fate.PENDING);
        assertThat(interrupt.stack()).isEmpty();
        assertThat(text("where", task)).contains("not received so far: its flag is set");
        program.tell("open ignorer");
        Task ended = watched.expectEnding().named("ignorer").outcome(Outcome.INTERRUPTED).once();
        assertThat(only(ended).fate()).isEqualTo(Fate.PENDING);
        assertThat(text("where-terminated", ended)).contains("not received: its flag was still set when it ended");
    }

    @Test
    void oneThatAParkedTaskSawByItsFlagAlone() {
        program.tell("park");
        Task task = watched.expectEnding().named("parker").outcome(Outcome.INTERRUPTED).causedBy("nagger").once();
        assertThat(only(task).fate()).isEqualTo(Fate.PENDING);
    }

    @Test
    void oneThatALockKeptForLater() {
        program.tell("lockUnheeding");
        Interruption interrupt = only(watched.expectEnding().named("unheeding").once());
        sentByNagger(interrupt);
        receivedIn(interrupt, "InterruptedException", "Thread.sleep");
    }

    @Test
    void oneThatATaskReceivedAndSetAgain() {
        program.tell("restore");
        Task task = watched.expectEnding().named("restorer").outcome(Outcome.INTERRUPTED).causedBy("nagger").once();
        Interruption interrupt = only(task);
        receivedIn(interrupt, "InterruptedException", "Thread.sleep");
        assertThat(interrupt.restored()).isTrue();
        assertThat(text("where-terminated", task)).contains("here; it set its flag again and stopped:");
    }

    @Test
    void oneThatWokeASelector() {
        program.tell("select");
        Interruption interrupt = only(watched.expectEnding().named("selecting").once());
        sentByNagger(interrupt);
        receivedIn(interrupt, "Selector.select", "SelectorImpl.select");
    }

    @Test
    void oneThatClosedAChannel() {
        program.tell("accept");
        Interruption interrupt = only(watched.expectEnding().named("accepting").once());
        sentByNagger(interrupt);
        receivedIn(interrupt, "ClosedByInterruptException", "ServerSocketChannelImpl.accept");
    }

    @Test
    void oneThatAThreadSentToItself() {
        program.tell("self");
        Task task = watched.expectEnding().named("masochist").once();
        Interruption interrupt = only(task);
        assertThat(interrupt.by().task()).isEqualTo(task.id());
        receivedIn(interrupt, "InterruptedException", "Thread.sleep");
    }

    @Test
    void tenOfThemAreCountedAndTheNewestAreHeld() {
        program.tell("nag");
        Task task = watched.expectTask().named("patient").once();
        Whereabouts where = watched.where(task);
        assertThat(where.interrupts()).hasSize(8).allMatch(interrupt -> interrupt.fate() == Fate.RECEIVED)
                .extracting(interrupt -> interrupt.by().at()).isSorted();
        assertThat(where.interrupts()).extracting(interrupt -> interrupt.by().task()).doesNotHaveDuplicates();
        assertThat(where.interruptsLeft()).isEqualTo(2);
        assertThat(text("where", task)).contains("INTERRUPTS SENT TO IT: 10",
                "... 2 interrupts before these are no longer held");
        program.tell("open patient-on");
    }

    @Test
    void oneThatMetWorkOfAPoolIsNotThatOfTheNextWork() {
        program.tell("pool");
        Task task = watched.expectEnding().named("$1Interruptible").outcome(Outcome.RETURNED).once();
        Interruption interrupt = only(task);
        sentByNagger(interrupt);
        receivedIn(interrupt, "InterruptedException", "Interrupts$1Interruptible.run");
        Task next = watched.expectEnding().named("$1Successor").outcome(Outcome.RETURNED).byItself().once();
        assertThat(watched.where(next).interrupts()).isEmpty();
    }

    @Test
    void oneThatNobodySent() {
        program.tell("pretend");
        Task task = watched.expectEnding().named("pretender").outcome(Outcome.INTERRUPTED).once();
        Interruption interrupt = only(task);
        assertThat(interrupt.by().task()).isNull();
        assertThat(interrupt.by().reason()).isEqualTo("the interrupt was not seen");
        assertThat(interrupt.stack()).isNotEmpty();
    }
}
