// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.model.answer.GroupList;
import dev.clew.model.json.Json;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.Repeat;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.query.Following;

/**
 * Answers that take time: what changes in a target.
 *
 * @param target who answers
 * @param output where answers go
 */
record Observation(Target target, Output output) {

    int compare(Request.Compare asked) throws Refusal {
        var before = (GroupList) target.ask(asked.question());
        long begun = System.nanoTime();
        if (output.stopped(asked.over())) {
            throw Refusal.absent("stopped before the second count", "ask again");
        }
        var after = (GroupList) target.ask(asked.question());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Difference difference = Difference.of(before, after, seconds, asked.limit());
        output.answer(asked.form() instanceof Form.Json ? Json.write(difference) + "\n"
                : output.screen().difference(difference));
        return 0;
    }

    int follow(Request.Follow asked) throws Refusal {
        checkEnd(asked.repeat(), "watch", output);
        Following following = Following.begin(target, asked.filter(), asked.system());
        for (int time = 0; asked.repeat().endless() || time < asked.repeat().times(); time++) {
            if (output.stopped(asked.repeat().every())) {
                return 0;
            }
            show(asked, following.look());
        }
        return 0;
    }

    private void show(Request.Follow asked, Following.Look look) {
        if (!(asked.form() instanceof Form.Json)) {
            output.part(output.screen().look(look));
            return;
        }
        look.events().forEach(event -> output.part(Json.write(event) + "\n"));
        if (look.missed() > 0) {
            output.part(Json.write(new Missed(look.missed())) + "\n");
        }
    }

    /** How many events a look could not tell of. */
    private record Missed(long missed) {}

    /** Refuses what never ends where nobody is who could end it. */
    static void checkEnd(Repeat repeat, String what, Output output) throws Refusal {
        if (repeat.endless() && !output.person()) {
            throw Refusal.usage("nobody is here to end " + what, "add --times N");
        }
    }
}
