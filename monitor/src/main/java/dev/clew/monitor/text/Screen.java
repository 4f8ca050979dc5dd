// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.CommandList;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.LoaderList;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.OriginTree;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.command.Command;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.query.Following.Look;
import java.time.Clock;
import java.util.stream.Collectors;

/**
 * Lays out answers and help for a width; every text ends with a line feed.
 *
 * @param width how many columns there are
 * @param clock says what time it is, for ages
 */
public record Screen(int width, Clock clock) {

    /** Returns an answer as text. */
    public String answer(Question question, Answer answer) {
        if (answer instanceof TaskList list) {
            return question instanceof Question.PsTerminated
                    ? new EndedTable(width, clock.instant()).text(list)
                    : new LiveTable(width, clock.instant()).text(list);
        } else if (answer instanceof GroupList list) {
            return new GroupTable(width, clock.instant()).text(list, question instanceof Question.PsTerminated);
        } else if (answer instanceof TaskTree tree) {
            return new TreeTable(width, clock.instant()).text(tree);
        } else if (answer instanceof SiteList list) {
            return new SiteTable(width, clock.instant()).text(list);
        } else if (answer instanceof OriginTree tree) {
            return new OriginTable(width, clock.instant()).text(tree);
        } else if (answer instanceof Whereabouts found) {
            return new WhereText(clock.instant()).text(found, question instanceof Question.WhereTerminated);
        } else if (answer instanceof StackDump dump) {
            return StackText.dump(dump);
        } else if (answer instanceof StatusReport status) {
            return new StatusText(width, clock.instant()).text(status);
        } else if (answer instanceof PatternList list) {
            return PatternText.of(list, width);
        } else if (answer instanceof CommandAnswer said) {
            return CommandText.of(said, width);
        } else if (answer instanceof CommandList list) {
            return new HelpText(width).own(list.commands(), list.problems());
        } else if (answer instanceof ChoiceList list) {
            return list.choices().stream().map(choice -> Plain.line(choice) + "\n").collect(Collectors.joining());
        } else if (answer instanceof LoaderList list) {
            return ConsoleText.loaders(list, width);
        } else if (answer instanceof ActReport act) {
            return Plain.line(act.detail()) + "\n";
        } else {
            return Plain.line(((Notice) answer).text()) + "\n";
        }
    }

    /** Returns what grew and shrank. */
    public String difference(Difference difference) {
        return new ChangeText(width).difference(difference);
    }

    /** Returns what came and ended, a line each; nothing if nothing did. */
    public String look(Look look) {
        return new ChangeText(width).look(look);
    }

    /**
     * Returns the rows of an answer, a line each.
     *
     * @throws Refusal if the form names a field that they don't have, or if the answer has no rows
     */
    public String rows(Answer answer, Form form) throws Refusal {
        Rows rows = Rows.of(answer, clock.instant());
        if (rows == null) {
            throw Refusal.usage("this answer has no rows", "leave --csv and --format out");
        }
        return form instanceof Form.Template template ? new RowText(rows).lines(template.template())
                : new RowText(rows).csv();
    }

    /** Returns what a refusal says: a line, and two more if it points at a place in what was written. */
    public String refusal(Refusal refusal) {
        return "clew: " + Plain.line(refusal.line()) + "\n"
                + (refusal.place() == null ? "" : Pointer.of(refusal.place(), width));
    }

    /** Returns help about a command; about all of them for null. */
    public String help(Command command) {
        return command == null ? new HelpText(width).all() : new HelpText(width).of(command);
    }

    /** Returns the help that is asked for. */
    public String explain(Request.Help help) {
        String own = help.own().isEmpty() && help.problems().isEmpty() ? ""
                : new HelpText(width).own(help.own(), help.problems());
        return own.isEmpty() ? help(help.command()) : help(help.command()) + "\n" + own;
    }

    /** Returns what a shell says first. */
    public String greeting(StatusReport status) {
        String who = Plain.line(status.mainClass() + " (process " + status.pid() + ", JDK " + status.jdk() + "),");
        String since = "watched for " + Age.between(status.since(), clock.instant()) + ": "
                + Count.of(status.live(), "task");
        return who + (Plain.width(who) + 1 + since.length() > width ? "\n" : " ") + since + "\n"
                + "help lists the commands, exit leaves.\n";
    }

    /** Returns foreign text on one line that is safe to show. */
    public String plain(String text) {
        return Plain.line(text);
    }
}
