// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.answer.Answer;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Words;
import java.util.ArrayList;
import java.util.List;

/** Types commands to a target and keeps those that are shown. */
final class Notebook {

    private final Target target;
    private final List<Exhibit> exhibits = new ArrayList<>();

    Notebook(Target target) {
        this.target = target;
    }

    /** Asks and shows a list. */
    TaskList showTasks(String command) throws Refusal {
        return (TaskList) show(command);
    }

    /** Asks and shows one task. */
    Whereabouts showTask(String command) throws Refusal {
        return (Whereabouts) show(command);
    }

    /** Asks for a list and does not show it. */
    TaskList tasks(String command) throws Refusal {
        return (TaskList) target.ask(question(command));
    }

    /** Asks for one task and does not show it. */
    Whereabouts task(long id) throws Refusal {
        return (Whereabouts) target.ask(new Question.Where(id));
    }

    /** Returns what was shown, with what it means. */
    Scene scene(String... meaning) {
        return new Scene(List.copyOf(exhibits), List.of(meaning));
    }

    private Answer show(String command) throws Refusal {
        Question question = question(command);
        Answer answer = target.ask(question);
        exhibits.add(new Exhibit(command, question, answer));
        return answer;
    }

    private static Question question(String command) throws Refusal {
        return ((Request.Ask) Grammar.parse(Words.of(command))).question();
    }
}
