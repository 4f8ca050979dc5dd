// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.query.Following;
import dev.clew.monitor.query.SourceTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {

    private final SourceTarget target = new SourceTarget(new StorySource());

    @Test
    void fitsLiveTasksIntoEightyColumns() throws Refusal {
        assertThat(show(80, "ps")).isEqualTo("""
            3 tasks; 1 folded, --all shows them
            ID  KIND     STATE    NAME      SITE               PARENT     SINCE  THREAD / W…
             1  thread   running  main      -                  root     earlier
            12  pool     running  Checkout  Shop.open:31       1 main    2h 03m  pool-1-thr…
            42  virtual  waiting  OrderJob  Checkout.order:77  12 Che…   3m 04s  pool-2-thr…
            """);
    }

    @Test
    void showsLiveTasksWholeWhereThereIsRoom() throws Refusal {
        assertThat(show(160, "ps -n 2")).isEqualTo("""
            3 tasks (showing 2; -n 0 shows more); 1 folded, --all shows them
            ID  KIND    STATE    NAME      SITE          PARENT          SINCE  THREAD / WAITING ON
             1  thread  running  main      -             root    before attach
            12  pool    running  Checkout  Shop.open:31  1 main         2h 03m  pool-1-thread-1
            """);
        assertThat(show(160, "ps -f order -n 1")).startsWith("3 tasks (showing 1 of 2 that match; -n 0 shows more)");
        assertThat(show(160, "ps OrderJob")).startsWith("3 tasks (showing 1); 1 folded")
                .contains("pool-2-thread-7 / CountDownLatch$Sync");
    }

    @Test
    void fitsEndedTasksIntoEightyColumns() throws Refusal {
        assertThat(show(80, "pt")).isEqualTo("""
            3 ended tasks; 1,200 older ones are no longer held; ! means nobody looked at the failure
            ID  KIND  NAME      OUTCOME    ERROR           DURATION       ENDED  SITE
            45  pool  OrderJob  returned                     2m 05s     58s ago  …t.order:77
            44  pool  OrderJob  cancelled  CancellationE…    2m 04s     59s ago  …t.order:77
            43  pool  OrderJob  ! failed   IllegalStateE…    2m 03s  1m 00s ago  …t.order:77
            """);
    }

    @Test
    void showsEndedTasksWholeWhereThereIsRoom() throws Refusal {
        assertThat(show(160, "pt")).isEqualTo("""
            3 ended tasks; 1,200 older ones are no longer held; ! means nobody looked at the failure
            ID  KIND  NAME      OUTCOME    ERROR                                             DURATION       ENDED  SITE
            45  pool  OrderJob  returned                                                       2m 05s     58s ago  Checkout.order:77
            44  pool  OrderJob  cancelled  CancellationException                               2m 04s     59s ago  Checkout.order:77
            43  pool  OrderJob  ! failed   IllegalStateException: no stock for article 4711    2m 03s  1m 00s ago  Checkout.order:77
            """);
    }

    @Test
    void fitsGroupsIntoEightyColumns() throws Refusal {
        assertThat(show(80, "ps --group-by site")).isEqualTo("""
            3 tasks in 3 groups; 1 folded, --all shows them
            COUNT  SITE               STATES     OLDEST    SINCE
                1  none or unknown    1 running       1  unknown
                1  Shop.open:31       1 running      12   2h 03m
                1  Checkout.order:77  1 waiting      42   3m 04s
            """);
        assertThat(show(80, "pt --group-by outcome count>5")).isEqualTo("""
            3 ended tasks in 3 groups (showing 0); 1,200 older ones are no longer held
            """);
    }

    @Test
    void showsATreeInEightyColumns() throws Refusal {
        assertThat(show(80, "tree --tasks")).isEqualTo("""
            3 tasks; 1 folded, --all shows them
            COUNT  BELOW  ID  TASK                SITE               STATES     SINCE
                1      3   1  thread main         -                  running  unknown
                1      2  12   pool Checkout      Shop.open:31       running   2h 03m
                1         42    virtual OrderJob  Checkout.order:77  waiting   3m 04s
            """);
    }

    @Test
    void countsSites() throws Refusal {
        assertThat(show(120, "sites")).isEqualTo("""
            3 live of 1,001 created at 2 sites, counted for 1m 00s; rates over the last 10s
            SITE               KIND    LIVE  CREATED  RATE  RUN p50  RUN p99  CAPTURE
            Checkout.order:77  pool       2    1,000  10/s      3ms      3ms  sampled
            made by the JVM    thread     1        1                          exact
            """);
        assertThat(show(60, "sites kind:pool")).isEqualTo("""
            2 live of 1,000 created at 1 that match of 2 sites, counted for 1m 00s; rates over the last 10s
            SITE               KIND  LIVE  CREATED  RATE  RUN p99
            Checkout.order:77  pool     2    1,000  10/s      3ms
            """);
        assertThat(show(80, "sites failed>0")).isEqualTo("""
            0 live of 0 created at 0 that match of 2 sites, counted for 1m 00s; rates over the last 10s
            """);
    }

    @Test
    void showsTheTreeOfOrigins() throws Refusal {
        assertThat(show(80, "tree")).isEqualTo("""
            3 live of 1,001 created, counted for 1m 00s
            LIVE  BELOW  CREATED  TASKS                     SITE               CAPTURE
               1      3        1  thread (made by the JVM)  -                  exact
               2           1,000   pool OrderJob            Checkout.order:77  sampled
            """);
    }

    @Test
    void showsWhatGrewAndShrank() {
        var before = new GroupList("site", 5, 5, 2, 2, 0, 0, 0, List.of(group(Story.OPENING.get(0), 4), group(null, 1)));
        var after = new GroupList("site", 9, 8, 2, 2, 0, 0, 0,
                List.of(group(Story.ORDERING.get(1), 6), group(Story.OPENING.get(0), 1), group(null, 1)));

        assertThat(new Screen(80, Story.CLOCK).difference(Difference.of(before, after, 30.04, 0))).isEqualTo("""
            5 tasks, then 8 after 30.0s; 2 groups changed
            CHANGE  BEFORE  AFTER  SITE
                +6       0      6  Checkout.order:77
                -3       4      1  Shop.open:31
            """);
        assertThat(new Screen(80, Story.CLOCK).difference(Difference.of(before, after, 30, 1)))
                .startsWith("5 tasks, then 8 after 30.0s; 2 groups changed (showing 1)");
    }

    private static GroupList.Group group(Frame site, long count) {
        return new GroupList.Group(site == null ? null : site.toString(), site, count, List.of(), 1, null, 1);
    }

    @Test
    void tellsOfEachTaskOnALine() {
        var look = new Following.Look(List.of(new Following.Event("came", Story.ago(1), Story.checkout()),
                new Following.Event("ended", Story.NOON, Story.failed())), 12);

        assertThat(new Screen(160, Story.CLOCK).look(look)).isEqualTo("""
            11:59:59.000  + pool task 12 `Checkout` from Shop.open:31, created by 1 main
            12:00:00.000  - pool task 43 `OrderJob` failed after 2m 03s with IllegalStateException: no stock for article 4711
            ... and 12 more at about this time
            """);
        assertThat(new Screen(40, Story.CLOCK).look(look).lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void cutsTheClassOfASiteAndKeepsItsMethod() {
        assertThat(Plain.cutClass("OrderService.place:22", 18)).isEqualTo("OrderSer….place:22");
        assertThat(Plain.cutClass("OrderService.place:22", 30)).isEqualTo("OrderService.place:22");
        assertThat(Plain.cutClass("OrderService.place:22", 10)).isEqualTo("….place:22");
        assertThat(Plain.cutClass("unknown", 4)).isEqualTo("unk…");
    }

    @Test
    void showsLabelsWhereSomeTaskHasThem() throws Refusal {
        var labels = new LinkedHashMap<>(Map.of("order", "17"));
        labels.put("who", "a\u001bb");
        var list = new TaskList(2, 2, 2, 0, 0, List.of(Story.checkout().labelled(labels), Story.main()));

        assertThat(new Screen(160, Story.CLOCK).answer(null, list)).contains("NAME      LABELS")
                .contains("Checkout  order=17 who=a\\u001bb  Shop.open:31");
        assertThat(new RowText(Rows.of(list, Story.NOON)).csv().lines().skip(1).findFirst().orElseThrow())
                .endsWith(",order=17 who=a\\u001bb");
    }

    @Test
    void writesRowsForPrograms() throws Refusal {
        assertThat(rows("ps --csv kind:pool")).isEqualTo("""
            id,kind,state,name,site,parent,createdAt,startedAt,age,thread,waitingOn,preserved,runs,note,outcome,endedAt,\
            duration,error,observed,cause,act,labels
            12,pool,running,Checkout,com.acme.shop.Shop.open(Shop.java:31),1,2026-03-01T09:56:40Z,2026-03-01T09:58:20Z,\
            7400,pool-1-thread-1,,false,0,,,,,,,,,
            """);
        assertThat(rows("pt --format '{id} {{{outcome}}} {duration}' id:44")).isEqualTo("44 {cancelled} 124\n");
        assertThat(rows("ps --group-by kind --format '{key}={count} {tally}' count<2 --sort key"))
                .isEqualTo("pool=1 running=1\nthread=1 running=1\nvirtual=1 waiting=1\n");
        assertThatThrownBy(() -> rows("ps --format '{id} {nam}'")).hasMessage("no field \"nam\", did you mean name?");
        assertThatThrownBy(() -> rows("ps --format '{id'")).hasMessage("a brace is not closed");
    }

    @Test
    void keepsARowOnALineAndQuotesIt() {
        var hostile = new Task(1, Kind.THREAD, "a,\"b\"\nc\u001b", State.RUNNING, null, Parent.root(), null, null, "t",
                null, false, 0, null, null);
        var list = new TaskList(1, 1, 1, 0, 0, List.of(hostile));

        assertThat(new RowText(Rows.of(list, Story.NOON)).csv().lines().skip(1))
                .containsExactly("1,thread,running,\"a,\"\"b\"\"\\nc\\u001b\",,root,,,,t,,false,0,,,,,,,,,");
    }

    @Test
    void pointsAtWhatIsWrong() {
        var screen = new Screen(40, Story.CLOCK);
        var wrong = Refusal.usage("no kind x", "see help");

        assertThat(screen.refusal(wrong)).isEqualTo("clew: no kind x; see help\n");
        assertThat(screen.refusal(wrong.at("漢字 kind:x", 8))).isEqualTo("""
            clew: no kind x; see help
              漢字 kind:x
                        ^
            """);
        assertThat(screen.refusal(wrong.at("a\u001bb kind:x", 9)).lines().skip(1)).containsExactly("  a b kind:x",
                "           ^");
        assertThat(screen.refusal(wrong.at("x".repeat(500), 400)).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }

    private String rows(String line) throws Refusal {
        var ask = (Request.Ask) Grammar.parse(Words.of(line));
        return new Screen(80, Story.CLOCK).rows(target.ask(ask.question()), ask.form());
    }

    @Test
    void showsWhatPreservesEndings() throws Refusal {
        assertThat(show(80, "preserve")).isEqualTo("""
            PATTERN               FROM         HELD  LET GO
            @PreserveTermination  annotation      3       0
            nightly-*             command     1,100  12,345
            """);
    }

    @Test
    void tellsTheChainRootFirst() throws Refusal {
        assertThat(show(80, "where 42")).isEqualTo("""
            virtual thread 42 `OrderJob`, waiting on java.util.concurrent.CountDownLatch$Sync, created 3m 04s ago
            Stacks show the innermost frame first; > marks the site.

            thread 1 `main`, root, created pool task 12 `Checkout` here:
                at com.acme.shop.Shop.open(Shop.java:31)
                at com.acme.shop.Shop.main(Shop.java:14)

            pool task 12 `Checkout` created virtual thread 42 `OrderJob` here:
                at java.util.concurrent.AbstractExecutorService.submit(AbstractExecutorService.java:123)
              > at com.acme.shop.Checkout.order(Checkout.java:77)
                at com.acme.shop.Checkout.run(Checkout.java:40)

            virtual thread 42 `OrderJob` is here now, on thread `pool-2-thread-7`:
                at jdk.internal.misc.Unsafe.park(Native Method)
                at java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)
                at com.acme.shop.OrderJob.run(OrderJob.java:19)
            """);
    }

    @Test
    void tellsOfInterruptsThatATaskSurvived() throws Refusal {
        String text = show(80, "wt 45");
        assertThat(text.substring(text.indexOf("\nINTERRUPTS"))).isEqualTo("""

                INTERRUPTS SENT TO IT: 4

                ... 2 interrupts before these are no longer held

                pool task 12 `Checkout` (now running) called cancel on it here:
                    1m 01s ago, at 2026-03-01T11:58:59Z, on thread `pool-1-thread-1`
                    reason: the customer left
                    at java.util.concurrent.AbstractExecutorService.submit(AbstractExecutorService.java:123)
                    at com.acme.shop.Checkout.order(Checkout.java:77)
                    at com.acme.shop.Checkout.run(Checkout.java:40)
                    received as InterruptedException 1.0s later, here; it set its flag again and went on:
                    at jdk.internal.misc.Unsafe.park(Native Method)
                    at java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)
                    at com.acme.shop.OrderJob.run(OrderJob.java:19)

                pool task 12 `Checkout` (now running) called cancel on it here:
                    1m 01s ago, at 2026-03-01T11:58:59Z, on thread `pool-1-thread-1`
                    reason: the customer left
                    at java.util.concurrent.AbstractExecutorService.submit(AbstractExecutorService.java:123)
                    at com.acme.shop.Checkout.order(Checkout.java:77)
                    at com.acme.shop.Checkout.run(Checkout.java:40)
                    not received: its flag was still set when it ended
                """);
    }

    @Test
    void tellsWhoEndedATask() throws Refusal {
        assertThat(show(80, "wt 44")).isEqualTo("""
            pool task 44 `OrderJob`, cancelled 59s ago after 2m 04s
            Stacks show the innermost frame first; > marks the site.

            WHO ENDED IT, outermost first

            pool task 12 `Checkout` (now running) called cancel on pool task 44 `OrderJob` here:
                1m 01s ago, at 2026-03-01T11:58:59Z, on thread `pool-1-thread-1`
                reason: the customer left
                at java.util.concurrent.AbstractExecutorService.submit(AbstractExecutorService.java:123)
                at com.acme.shop.Checkout.order(Checkout.java:77)
                at com.acme.shop.Checkout.run(Checkout.java:40)

            WHERE IT CAME FROM, root first

            thread 1 `main`, root, created pool task 12 `Checkout` here:
                at com.acme.shop.Shop.open(Shop.java:31)
                at com.acme.shop.Shop.main(Shop.java:14)

            pool task 12 `Checkout` created pool task 44 `OrderJob` here:
                at java.util.concurrent.AbstractExecutorService.submit(AbstractExecutorService.java:123)
              > at com.acme.shop.Checkout.order(Checkout.java:77)
                at com.acme.shop.Checkout.run(Checkout.java:40)

            HOW IT ENDED

            pool task 44 `OrderJob` was cancelled on thread `pool-2-thread-7` with
            java.util.concurrent.CancellationException
                at jdk.internal.misc.Unsafe.park(Native Method)
                at java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)
                at com.acme.shop.OrderJob.run(OrderJob.java:19)
            """);
    }

    @Test
    void tellsWhatATaskEndedWithALineForManyThatAreAlike() throws Refusal {
        assertThat(show(80, "where 12")).endsWith("""

            WHAT IT ENDED: 1,811 tasks

            pool task 44 `OrderJob`, by cancel: cancelled, its code stopped after 340us
            pool task 46 `Stubborn`, by cancel: cancelled, its code still runs after 12s on pool-1-thread-2
            thread 47 `swallower`, by interrupt: interrupted, still running after 12s
            future `Mail`, 6 times from 60 to 65, by cancel: cancelled, its code stopped after up to 65ms
            periodic task 70 `Poll`, by interrupt: interrupted, its code stopped after 3ms, it lives on
            pool task 71 `Late`, by shutdownNow: abandoned
            ... and 1,800 more between the first and the newest
            """);
    }

    @Test
    void saysNothingOfVictimsWhereThereAreNone() throws Refusal {
        assertThat(show(80, "where 42") + show(80, "wt 44")).doesNotContain("WHAT IT ENDED");
    }

    @Test
    void tellsAFailureWithWhatIsBehindIt() throws Refusal {
        assertThat(show(80, "wt 43")).endsWith("""
            HOW IT ENDED

            pool task 43 `OrderJob` failed on thread `pool-2-thread-7` with
            java.lang.IllegalStateException: no stock for article 4711
                at jdk.internal.misc.Unsafe.park(Native Method)
                at java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)
                at com.acme.shop.OrderJob.run(OrderJob.java:19)
            Caused by: java.sql.SQLException: connection reset
                at com.acme.shop.Shop.open(Shop.java:31)
                at com.acme.shop.Shop.main(Shop.java:14)
            Nobody has looked at this failure.
            """);
    }

    @Test
    void saysThatARootIsOne() throws Refusal {
        assertThat(show(80, "where 1")).contains("thread 1 `main` is a root: no task created it.");
    }

    @Test
    void foldsCreationsThatAreAlike() {
        List<OriginStep> steps = new ArrayList<>();
        steps.add(Story.step(1, "main", Kind.THREAD, Story.OPENING));
        for (int id = 2; id <= 13; id++) {
            steps.add(Story.step(id, "Relay", Kind.VIRTUAL, Story.ORDERING.subList(1, 2)));
        }

        assertThat(where(steps)).contains("""
            thread 1 `main`, root, created virtual thread 2 `Relay` here:
                at com.acme.shop.Shop.open(Shop.java:31)
                at com.acme.shop.Shop.main(Shop.java:14)

            virtual thread 2 `Relay` created the next one, 12 times in a row, the last one virtual thread 42 `OrderJob` here:
              > at com.acme.shop.Checkout.order(Checkout.java:77)
            """);
    }

    @Test
    void saysWhatIsNotKnownAndWhy() {
        var unknown = new OriginStep(null, null, null, Capture.UNKNOWN, "before attach", List.of(), 0);
        var throttled = new OriginStep(9L, "Relay", Kind.POOL, Capture.THROTTLED, "throttled", List.of(), 3);
        var sampled = new OriginStep(10L, "Relay", Kind.POOL, Capture.SAMPLED, null, Story.ORDERING.subList(1, 2), 0);

        assertThat(where(List.of(unknown, throttled, sampled))).contains("""
            unknown (before attach) created pool task 9 `Relay` here:
                no stack (before attach)

            pool task 9 `Relay` created pool task 10 `Relay` here (throttled):
                no stack (throttled)
                ... 3 creations between this one and the next are no longer held

            pool task 10 `Relay` created virtual thread 42 `OrderJob` here (sampled):
              > at com.acme.shop.Checkout.order(Checkout.java:77)
            """);
    }

    @Test
    void neverLetsATargetSteerTheTerminal() {
        var hostile = new Task(1, Kind.THREAD, "\u001b[2Jx\ny\u202Ez\u0007", State.RUNNING, null, Parent.root(), null,
                null, "t\u009b1m", "w\tw", false, 0, "n\u2028", null);
        var list = new TaskList(1, 1, 1, 0, 0, List.of(hostile));
        var found = new Whereabouts(hostile, List.of(), List.of(), "a\u001bb", List.of(), List.of("c\rd"), List.of(),
                List.of(new Victim(2, "v\u001bv", Kind.VIRTUAL, "a\nb", null, Story.NOON, null, true, "t\u0007")), 0,
                List.of(new Interruption(new Cause("a\nb", 3L, "v\u001bv", Kind.POOL, "p\r", "t\u0007", Story.NOON,
                        List.of(), "r\tr"), Fate.CLEARED, "x\u009by", Story.NOON, List.of(), true)), 1);

        for (int width : new int[] {20, 80, 160}) {
            var screen = new Screen(width, Story.CLOCK);
            String text = screen.answer(null, list) + screen.answer(new Question.Where(1), found);
            assertThat(text.replace("\n", "")).doesNotMatch("(?s).*[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u202e].*");
        }
        assertThat(new Screen(160, Story.CLOCK).answer(null, list)).contains("\\u001b[2Jx\\ny\\u202ez\\u0007");
    }

    @Test
    void countsWideCharactersAsTwoColumns() {
        assertThat(Plain.width("漢字é\u0301🧶")).isEqualTo(7);
        assertThat(Plain.cut("漢字漢字", 6)).isEqualTo("漢字…");
        assertThat(Plain.cutStart("漢字漢字", 6)).isEqualTo("…漢字");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 100, 120, 160, 400})
    void keepsTablesWithinTheWidthAndIdsWhole(int width) throws Refusal {
        for (String line : new String[] {"ps", "pt", "ps --all --system"}) {
            List<String> rows = show(width, line).lines().skip(1).toList();
            assertThat(rows).allSatisfy(row -> assertThat(Plain.width(row)).isLessThanOrEqualTo(Math.max(width, 46)));
            String last = line.equals("pt") ? "43" : line.equals("ps") ? "42" : "50";
            assertThat(rows.get(rows.size() - 1)).startsWith(last);
        }
    }

    @Test
    void neverCutsStacks() throws Refusal {
        assertThat(show(20, "where 42")).isEqualTo(show(400, "where 42"));
    }

    @Test
    void wrapsHelp() throws Refusal {
        for (var command : Grammar.commands()) {
            assertThat(show(80, "help " + command.name()).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    private String where(List<OriginStep> steps) {
        var found = new Whereabouts(Story.order(), steps, Story.PARKED, null, List.of(), List.of(), List.of(),
                List.of(), 0, List.of(), 0);
        return new Screen(80, Story.CLOCK).answer(new Question.Where(42), found);
    }

    private String show(int width, String line) throws Refusal {
        var screen = new Screen(width, Story.CLOCK);
        Request request = Grammar.parse(Words.of(line));
        if (request instanceof Request.Ask ask) {
            Answer answer = target.ask(ask.question());
            return screen.answer(ask.question(), answer);
        }
        return screen.help(((Request.Help) request).command());
    }
}
