// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.TaskList;
import dev.clew.model.json.Json;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.Repeat;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Vocabulary;
import java.util.List;

/** Takes commands and shows what a target answers. */
public final class Conversation {

    private final Target target;
    private final Output output;
    private final JavaPrompt prompt;
    private boolean over;

    /**
     * Begins a conversation.
     *
     * @param target who answers
     * @param output where answers and refusals go
     */
    public Conversation(Target target, Output output) {
        this(target, output, JavaPrompt.NONE);
    }

    /** Begins a conversation with somebody who may type Java. */
    public Conversation(Target target, Output output, JavaPrompt prompt) {
        this.target = target;
        this.output = output;
        this.prompt = prompt;
    }

    /** Returns whether a command has ended the conversation. */
    public boolean over() {
        return over;
    }

    /** Runs one command and returns its exit status. */
    public int run(List<String> words) {
        try {
            return run(new Vocabulary(target).parse(words));
        } catch (Refusal e) {
            return refuse(e);
        }
    }

    /** Shows why there is no answer, and returns its exit status. */
    public int refuse(Refusal refusal) {
        output.refuse(output.screen().refusal(refusal));
        return refusal.status();
    }

    private int run(Request request) throws Refusal {
        if (request instanceof Request.Help help) {
            output.answer(output.screen().explain(help));
        } else if (request instanceof Request.Leave) {
            over = true;
        } else if (request instanceof Request.Ask ask) {
            return ask(ask);
        } else if (request instanceof Request.Evaluate asked) {
            return asked.source() == null ? prompt.converse(asked) : new Evaluation(target, output).run(asked);
        } else if (request instanceof Request.Compare compare) {
            return new Observation(target, output).compare(compare);
        } else if (request instanceof Request.Follow follow) {
            return new Observation(target, output).follow(follow);
        } else if (request instanceof Request.Top) {
            throw Refusal.usage("top needs a terminal", "ps --watch 2s --times 5 does without");
        }
        return 0;
    }

    private int ask(Request.Ask ask) throws Refusal {
        Pages pages = new Pages(target, output);
        if (pages.fit(ask)) {
            TaskList first = pages.first(ask);
            if (first.matching() > Pages.SIZE) {
                pages.show(ask, first);
            } else {
                show(ask, first, false);
            }
            return 0;
        }
        Repeat repeat = ask.repeat();
        Observation.checkEnd(repeat, "--watch", output);
        int status = 0;
        for (int time = 1; ; time++) {
            Answer answer = target.ask(ask.question());
            over |= ask.question() instanceof Question.Detach;
            show(ask, answer, time > 1);
            status = answer instanceof ActReport act && !act.done() ? 1 : status;
            if (!repeat.endless() && time >= repeat.times() || output.stopped(repeat.every())) {
                return status;
            }
        }
    }

    private void show(Request.Ask ask, Answer answer, boolean again) throws Refusal {
        if (ask.form() instanceof Form.Json) {
            output.answer(Json.write((Record) answer) + "\n");
        } else if (!(ask.form() instanceof Form.Text)) {
            output.answer(output.screen().rows(answer, ask.form()));
        } else if (again) {
            output.renew(output.screen().answer(ask.question(), answer));
        } else {
            output.answer(output.screen().answer(ask.question(), answer));
        }
    }
}
