// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.Overview;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.query.SourceTarget;
import dev.clew.monitor.wire.Greeting;
import java.time.Instant;
import java.util.stream.Collectors;

/** Somebody who watches a harbor on the full screen, without a terminal: presses keys, and is told at once. */
final class Watcher {

    static final Greeting GREETING = new Greeting("0.1.0", 1, 4242, "harbor", "com.example.Harbor", "25.0.3+9");

    final Harbor harbor;
    Instant now = Harbor.NOON;
    Scene scene;
    Effect last;

    private Watcher(Harbor harbor, int columns, int rows) {
        this.harbor = harbor;
        this.scene = Scene.of(GREETING, 80, 24).sized(columns, rows);
    }

    static Watcher of(Harbor harbor, int columns, int rows) {
        return new Watcher(harbor, columns, rows).told();
    }

    /** Has the target tell what the scene asks for. */
    Watcher told() {
        try {
            Overview said = (Overview) new SourceTarget(harbor).ask(scene.question());
            Overview then = new Overview(now, 400, said.live(), said.states(), said.created(), said.ended(),
                    said.outcomes(), said.offset(), said.tasks(), said.groups(), said.pools(), said.task());
            hears(new Event.Told(new Feed.News(scene.question(), then)));
        } catch (Refusal e) {
            hears(new Event.Refused(e));
        }
        return this;
    }

    Watcher hears(Event event) {
        scene = Reactions.to(scene, event, now);
        return this;
    }

    /** Lets seconds pass, in each of which the target tells something. */
    Watcher passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            told();
        }
        return this;
    }

    Watcher press(String keys) {
        keys.chars().forEach(key -> press(Key.of((char) key)));
        return this;
    }

    /** Presses a key, and has single questions answered. */
    Watcher press(Key... keys) {
        for (Key key : keys) {
            Step step = Controls.press(scene, key);
            scene = step.scene();
            last = step.effect();
            if (last instanceof Effect.Ask ask) {
                answer(ask);
            }
            told();
        }
        return this;
    }

    private void answer(Effect.Ask ask) {
        try {
            hears(new Event.Answered(ask, new SourceTarget(harbor).ask(ask.question())));
        } catch (Refusal e) {
            hears(new Event.Unanswered(ask, e));
        }
    }

    /** Returns what is on the screen, without the blanks at the ends of lines. */
    String screen() {
        return new Painter(new Palette(true)).paint(scene, now).stream().map(line -> line.toString().stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    String line(int row) {
        return screen().split("\n", -1)[row];
    }
}
