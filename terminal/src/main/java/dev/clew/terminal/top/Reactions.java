// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.GroupList;
import dev.clew.monitor.Question;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.text.Cells;
import java.time.Duration;
import java.time.Instant;

/**
 * What comes of what the target says: a scene and an event make another scene.
 *
 * @param scene what is shown when it comes
 * @param now the present, by our clock
 */
record Reactions(Scene scene, Instant now) {

    static Scene to(Scene scene, Event event, Instant now) {
        return new Reactions(scene, now).to(event);
    }

    private Scene to(Event event) {
        if (event instanceof Event.Told told) {
            return scene.told(told.news(), now);
        } else if (event instanceof Event.Refused refused) {
            return scene.with(draft -> draft.contact = scene.contact().heard(now)).says(refused.refusal().line());
        } else if (event instanceof Event.Lost lost) {
            return scene.with(draft -> draft.contact = scene.contact().lost(lost.refusal().getMessage()))
                    .says(lost.refusal().line());
        } else if (event instanceof Event.Met met) {
            return scene.contact().heardAt() == null && scene.contact().lost() == null
                    ? scene.with(draft -> draft.contact = new Contact(met.greeting(), null, now))
                    : scene.met(met.greeting(), now);
        } else if (event instanceof Event.Answered answered) {
            return answered(answered.ask(), answered.answer());
        }
        return scene.says(((Event.Unanswered) event).refusal().line());
    }

    private Scene answered(Effect.Ask ask, Answer answer) {
        return switch (ask.purpose()) {
            case CANCEL -> scene.says(((ActReport) answer).detail());
            case MARK -> marked((Question.Ps) ask.question(), (GroupList) answer);
            case COMPARE -> compared((GroupList) answer);
        };
    }

    private Scene marked(Question.Ps question, GroupList groups) {
        return scene.with(draft -> {
            draft.mark = new Mark(question, groups, now);
            draft.change = null;
        }).says("marked " + Cells.number(groups.matching()) + " tasks by " + groups.by()
                + "; d shows what has grown and shrunk since");
    }

    private Scene compared(GroupList groups) {
        if (scene.mark() == null) {
            return scene;
        }
        double seconds = Duration.between(scene.mark().at(), now).toMillis() / 1e3;
        Difference change = Difference.of(scene.mark().groups(), groups, seconds, 0);
        return scene.with(draft -> {
            draft.change = change;
            draft.listings(Tab.CHANGES, Tab.CHANGES.listing());
        }).says(Cells.number(change.before()) + " tasks then, " + Cells.number(change.after()) + " now; "
                + Cells.number(change.changed()) + " groups have changed"
                + (change.uncounted() == 0 ? "" : "; not all tasks could be counted"));
    }
}
