// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Kind;
import dev.clew.model.LateFailure;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether anyone noticed is said in words, and a long chain by its ends. */
class EndingTextTest {

    private static final Failure ERROR = new Failure("java.lang.IllegalStateException", "bad", List.of(), null);

    @Test
    void aFailureWhoseFutureIsGoneIsNeverObserved() {
        var ending = new Ending(Outcome.FAILED, Story.ago(60), ERROR, false, null, Story.ago(55), null);

        assertThat(end(Kind.POOL, 0, ending)).endsWith("Never observed: its future was collected 5.0s later.\n")
                .doesNotContain("Nobody");
        assertThat(end(Kind.SUBTASK, 0, ending)).endsWith("Never observed: its subtask was collected 5.0s later.\n");
    }

    @Test
    void aPeriodicTaskThatThrewSaysThatItWillNotRunAgain() {
        var ending = new Ending(Outcome.FAILED, Story.ago(60), ERROR, true, null);

        assertThat(end(Kind.PERIODIC, 1_234, ending)).endsWith("This was run 1,234, and it will not run again.\n");
        assertThat(end(Kind.PERIODIC, 3, new Ending(Outcome.CANCELLED, Story.ago(60), null, null, null)))
                .doesNotContain("This was run");
    }

    @Test
    void whatWasThrownTooLateIsToldWithTheEndThatItMissed() {
        assertThat(late(Outcome.CANCELLED, false)).endsWith("\nDropped after the cancel, never seen by anyone: "
                + "java.lang.IllegalStateException: bad\n");
        assertThat(late(Outcome.CANCELLED, null)).endsWith("\nDropped after the cancel: "
                + "java.lang.IllegalStateException: bad\n");
        assertThat(late(Outcome.TIMED_OUT, true)).contains("Dropped after its time was over: ");
        assertThat(late(Outcome.RETURNED, false)).contains("Dropped after it was completed, never seen by anyone: ");
    }

    @Test
    void listsMarkWhatWasDroppedUnseen() {
        Task unseen = task(Kind.POOL, 0, new Ending(Outcome.CANCELLED, Story.ago(60), null, null, null, null,
                new LateFailure(ERROR, false)));
        Task obeyed = task(Kind.POOL, 0, new Ending(Outcome.CANCELLED, Story.ago(60), null, null, null, null,
                new LateFailure(ERROR, null)));

        assertThat(new EndedTable(160, Story.NOON).text(new TaskList(1, 1, 1, 0, 0, List.of(unseen))))
                .contains("! cancelled  then IllegalStateException: bad", "! means nobody looked");
        assertThat(new EndedTable(160, Story.NOON).text(new TaskList(1, 1, 1, 0, 0, List.of(obeyed))))
                .doesNotContain("!", "then");
    }

    @Test
    void aFoldedChainIsToldWithItsCountAndItsPlace() {
        List<Cause> causes = new ArrayList<>(List.of(relay(9).followedBy(9_990), relay(8)));
        var text = new StringBuilder();
        Task task = task(Kind.POOL, 0, new Ending(Outcome.CANCELLED, Story.ago(60), null, null, relay(8)));

        new EndingText(Story.NOON).causes(text, found(task, causes));

        assertThat(text.toString()).contains("pool task 9 `Relay` (now cancelled) called cancel on the next one here:",
                "\n... and 9,990 more like this (cancel at com.acme.shop.Relay.pass(Relay.java:12))\n",
                "pool task 8 `Relay` (now cancelled) called cancel on pool task 7 `Work` here:");
    }

    private static Cause relay(long task) {
        return new Cause("cancel", task, "Relay", Kind.POOL, "cancelled", "pool-1", Story.ago(61),
                List.of(Story.frame("java.util.concurrent.FutureTask", "cancel", "FutureTask.java", 184),
                        Story.frame("com.acme.shop.Relay", "pass", "Relay.java", 12)), null);
    }

    private static String late(Outcome outcome, Boolean observed) {
        return end(Kind.FUTURE, 0, new Ending(outcome, Story.ago(60), null, null, null, null,
                new LateFailure(ERROR, observed)));
    }

    private static String end(Kind kind, long runs, Ending ending) {
        var text = new StringBuilder();
        new EndingText(Story.NOON).end(text, found(task(kind, runs, ending), List.of()));
        return text.toString();
    }

    private static Whereabouts found(Task task, List<Cause> causes) {
        return new Whereabouts(task, List.of(), List.of(), null, List.of(), List.of(), causes, List.of(), 0);
    }

    private static Task task(Kind kind, long runs, Ending ending) {
        return new Task(7, kind, "Work", State.ENDED, null, Parent.root(), Story.ago(90), Story.ago(80), "pool-1", null,
                false, runs, null, ending);
    }
}
