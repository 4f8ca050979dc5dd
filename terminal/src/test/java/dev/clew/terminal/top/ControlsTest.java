// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Kind;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.Greeting;
import org.junit.jupiter.api.Test;

class ControlsTest {

    private final Watcher watcher = Watcher.of(new Harbor(), 80, 24);
    private final Watcher crowd = Watcher.of(new Harbor().crowded(60_000), 80, 24);

    @Test
    void movesThroughAListWithoutAskingForEachStep() {
        Question first = crowd.scene.question();
        crowd.press("jjjj");
        assertThat(crowd.scene.listing().cursor()).isEqualTo(4);
        assertThat(crowd.scene.question()).isEqualTo(first);
    }

    @Test
    void turnsPagesOfSixtyThousandTasksWithWindowsOfAFewPages() {
        for (int i = 0; i < 50; i++) {
            crowd.press(Key.Special.PAGE_DOWN);
            assertThat(crowd.scene.list().overview().tasks().tasks()).hasSizeLessThanOrEqualTo(4 * 18);
            assertThat(crowd.screen()).doesNotContain(" ...");
        }
        assertThat(crowd.scene.listing().cursor()).isEqualTo(50 * 18);
        crowd.press(Key.Special.END);
        assertThat(crowd.line(3)).contains("60,005 of 60,005");
        crowd.press(Key.Special.HOME);
        assertThat(crowd.line(5)).contains("main");
    }

    @Test
    void staysWithItsTaskWhileOthersComeAndGo() {
        crowd.press(Key.Special.PAGE_DOWN, Key.Special.PAGE_DOWN, Key.Special.DOWN);
        long chosen = crowd.scene.listing().chosen();
        long top = crowd.scene.listing().top();
        long cursor = crowd.scene.listing().cursor();
        crowd.harbor.live.subList(1, 4).clear();
        crowd.passes(1);
        assertThat(crowd.scene.listing()).extracting("chosen", "cursor", "top")
                .containsExactly(chosen, cursor - 3, top - 3);
    }

    @Test
    void choosesAnotherTaskWhenItsTaskHasGone() {
        watcher.press("jj");
        assertThat(watcher.scene.listing().chosen()).isEqualTo(13);
        watcher.harbor.live.removeIf(task -> task.id() == 13);
        watcher.passes(1);
        assertThat(watcher.scene.listing()).extracting("cursor", "chosen").containsExactly(2L, 14L);
        watcher.harbor.live.clear();
        watcher.passes(1);
        assertThat(watcher.screen()).contains("  nothing\n");
        assertThat(watcher.press(Key.Special.ENTER).press("c").screen()).contains("there is no task in this row");
    }

    @Test
    void sortsAndReverses() {
        watcher.press("s");
        assertThat(watcher.scene.listing().sort()).isEqualTo("name");
        assertThat(watcher.line(4)).contains("NAME▲");
        assertThat(watcher.press("r").line(4)).contains("NAME▼");
        assertThat(watcher.line(5)).contains("Ship");
        assertThat(watcher.press("S").scene.listing().sort()).isEqualTo("-age");
    }

    @Test
    void groupsAndOpensAGroup() {
        watcher.press("g");
        assertThat(watcher.line(4)).contains("COUNT▼ SITE");
        assertThat(watcher.line(5)).contains("3 Quay.dock:41").contains("1 blocked, 1 queued, 1 r…");
        watcher.press(Key.Special.ENTER);
        assertThat(watcher.line(3)).contains("1 of 3  /site=\"com.exampl");
        assertThat(watcher.press(Key.Special.ESCAPE).line(3)).contains("1 of 5");
        watcher.press("gggggg").press("g");
        assertThat(watcher.scene.listing().groupBy()).isNull();
    }

    @Test
    void filtersAsPeopleWriteIt() {
        watcher.press("/kind:pool state:blocked").press(Key.Special.ENTER);
        assertThat(watcher.line(3)).contains("1 of 1  /kind:pool");
        assertThat(watcher.line(5)).contains("   13 pool     blocked");
    }

    @Test
    void pointsAtWhatIsWrongInAFilter() {
        watcher.press("/kind:shp").press(Key.Special.ENTER);
        assertThat(watcher.line(23)).isEqualTo(" filter: kind:shp");
        assertThat(watcher.line(22)).startsWith("              v no kind shp");
        assertThat(watcher.press(Key.Special.ESCAPE).scene.listing().filter()).isNull();
    }

    @Test
    void completesAFilter() {
        watcher.press("/ki").press(Key.Special.TAB);
        assertThat(watcher.line(23)).isEqualTo(" filter: kind:");
        watcher.press("vi").press(Key.Special.TAB).press(" name:pil").press(Key.Special.TAB);
        assertThat(watcher.line(23)).isEqualTo(" filter: kind:virtual name:pilot-7");
        assertThat(watcher.press(Key.Special.ENTER).line(3)).contains("1 of 1");
    }

    @Test
    void editsAFilter() {
        watcher.press("/ab").press(Key.Special.LEFT, Key.Special.BACKSPACE).press("x");
        assertThat(watcher.line(23)).isEqualTo(" filter: xb");
        assertThat(watcher.press(Key.Special.DELETE, Key.Special.DELETE).line(23)).isEqualTo(" filter: x");
        watcher.press("b").press(Key.Special.LEFT);
        assertThat(Painter.cursor(watcher.scene)).isEqualTo(" filter: x".length());
    }

    @Test
    void opensATaskFoldsASectionAndGoesBack() {
        watcher.press(Key.Special.END, Key.Special.ENTER);
        assertThat(watcher.screen()).contains("virtual thread 20 `pilot-7`").contains("    at java.util.concurrent.Thread");
        watcher.press("jjj").press(Key.Special.ENTER);
        assertThat(watcher.screen()).contains("created virtual thread 20 `pilot-7` here: ...")
                .doesNotContain("    at java.util.concurrent.Thread");
        watcher.press(Key.Special.RIGHT);
        assertThat(watcher.line(4)).startsWith("thread 1 `main`");
        watcher.press(Key.Special.ESCAPE, Key.Special.ESCAPE);
        assertThat(watcher.line(4)).contains("ID KIND");
    }

    @Test
    void opensTheStackAtAFrame() {
        watcher.press(Key.Special.END, Key.Special.ENTER).press("jjjjjj").press("o");
        assertThat(watcher.last).isEqualTo(new Effect.Source("com.example.harbor.Quay.dock(Quay.java:41)"));
        watcher.press(Key.Special.ENTER);
        assertThat(watcher.scene.listing().filter()).isEqualTo("frame:\"com.example.harbor.Quay.dock(Quay.java:41)\"");
        assertThat(watcher.line(3)).contains("1 of 3");
    }

    @Test
    void cancelsOnlyAfterAYes() {
        watcher.press("jc");
        assertThat(watcher.line(23)).isEqualTo(" cancel task 12 `Ship`? y/N");
        watcher.press(Key.Special.ENTER);
        assertThat(watcher.line(23)).isEqualTo(" task 12 was left alone");
        assertThat(watcher.harbor.live).hasSize(5);
        watcher.press("cy");
        assertThat(watcher.line(23)).isEqualTo(" Cancelled task 12, from top.");
        assertThat(watcher.harbor.live).hasSize(4);
    }

    @Test
    void cancelsNothingThatHasEnded() {
        assertThat(watcher.press("3c").line(23)).isEqualTo(" task 9 has ended");
    }

    @Test
    void keepsRowsStillWhilePaused() {
        watcher.press("p");
        watcher.harbor.live.clear();
        watcher.passes(3);
        assertThat(watcher.line(0)).endsWith("paused");
        assertThat(watcher.line(1)).startsWith(" 0 tasks");
        assertThat(watcher.line(5)).contains("main").contains("1h 01m");
        assertThat(watcher.press(" ").passes(1).screen()).contains("  nothing\n");
    }

    @Test
    void comparesWithTheMark() {
        assertThat(watcher.press("d").line(23)).startsWith(" nothing is marked yet");
        watcher.press("m");
        assertThat(watcher.line(23)).startsWith(" marked 5 tasks by site");
        watcher.harbor.crowded(40);
        watcher.press("d");
        assertThat(watcher.line(5)).isEqualTo("       +40         1        41 Pilot.guide:17");
        assertThat(watcher.press(Key.Special.ENTER).line(3)).contains("1 of 41");
    }

    @Test
    void looksAtPoolsAndTheirTasks() {
        watcher.press("4");
        assertThat(watcher.line(5)).startsWith(" quay-1-berth-*").contains(" 1,180 ");
        assertThat(watcher.press(Key.Special.ENTER).line(3)).contains("1 of 2  /thread:quay-1-bert");
    }

    @Test
    void takesAMouse() {
        watcher.press(new Key.Click(10, 8));
        assertThat(watcher.scene.listing().chosen()).isEqualTo(14);
        assertThat(watcher.press(new Key.Click(10, 8)).scene.opened().id()).isEqualTo(14);
        assertThat(watcher.press(new Key.Click(12, 3)).scene.tab()).isEqualTo(Tab.SITES);
        assertThat(watcher.press(new Key.Click(3, 3), new Key.Click(30, 4)).line(4)).contains("NAME▲");
        assertThat(watcher.press(new Key.Click(30, 4)).scene.listing().sort()).isEqualTo("-name");
        assertThat(watcher.press(new Key.Click(79, 4)).scene.listing().sort()).isEqualTo("age");
        crowd.press(new Key.Wheel(3));
        assertThat(crowd.scene.listing()).extracting("top", "cursor").containsExactly(3L, 3L);
        crowd.press(new Key.Wheel(-9));
        assertThat(crowd.scene.listing().top()).isZero();
    }

    @Test
    void saysThatATargetIsSilent() {
        watcher.now = watcher.now.plusSeconds(3);
        assertThat(watcher.line(0)).endsWith("no answer since 3 s");
        assertThat(watcher.press("2").scene.tab()).isEqualTo(Tab.SITES);
    }

    @Test
    void startsAnewWithAnotherProcess() {
        watcher.press("jjm");
        watcher.hears(new Event.Lost(Refusal.absent("process 4242 has gone", "wait")));
        assertThat(watcher.line(0)).endsWith("connection lost, trying again");
        watcher.hears(new Event.Met(new Greeting("0.1.0", 1, 4343, "harbor", "com.example.Harbor", "25.0.3+9")));
        assertThat(watcher.line(23)).isEqualTo(" process 4242 has gone; process 4343 has taken its place, with ids of its"
                + " own");
        assertThat(watcher.scene.mark()).isNull();
        assertThat(watcher.told().line(5)).contains("main");
        assertThat(watcher.scene.listing().cursor()).isZero();
    }

    @Test
    void showsATaskThatIsNoLongerHeld() {
        watcher.press("j").press(Key.Special.ENTER);
        watcher.harbor.live.removeIf(task -> task.id() == 12);
        assertThat(watcher.passes(1).line(4)).contains("task 12 is not there");
    }

    @Test
    void leaves() {
        assertThat(watcher.press("q").last).isEqualTo(new Effect.Leave());
        watcher.press("/x").press(Key.Special.INTERRUPT);
        assertThat(watcher.last).isNull();
        assertThat(watcher.press(Key.Special.INTERRUPT).last).isEqualTo(new Effect.Leave());
    }

    @Test
    void showsHostileNamesOnOneLine() {
        watcher.harbor.live.add(Harbor.task(99, Kind.POOL, "evil\u001b[2J\nname", State.RUNNING, Harbor.DOCKING,
                Parent.root(), 1, null));
        assertThat(watcher.passes(1).screen()).contains("evil\\u001b[2J\\nn");
    }
}
