// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static dev.clew.monitor.command.Option.flag;
import static dev.clew.monitor.command.Option.valued;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.util.List;

/** The commands that list tasks, and the one that says which stay in the list. */
final class ListCommands {

    /** How many rows a person gets unless more are asked for; JSON has no such limit. */
    private static final int ROWS = 1000;

    private static final Option FILTER = valued("--filter,-f", "TEXT",
            "only tasks with TEXT, in any case, in their name, site, thread or creation stack");
    private static final Option KIND = valued("--kind", "KIND,...",
            "only these kinds: thread, virtual, pool, forkjoin, future, delayed, periodic, timer, subtask");
    private static final Option SORT = valued("--sort", "KEY",
            "id, age, name, kind, state or site; ascending, or descending with a leading -");
    private static final Option LIMIT = valued("--limit,-n", "N", "at most N rows (1000 unless --json; 0 for all)");
    private static final Option PRESERVED = flag("--preserved,-p,--persistent",
            "only tasks whose ending is never dropped");
    private static final Option ALL = flag("--all", "folded dependent stages too");
    private static final Option SYSTEM = flag("--system", "tasks of the JVM and of Clew itself too");

    private ListCommands() {}

    static Command ps() {
        return new Command("ps", List.of("p"), "[TEXT]", 1, "list the live tasks",
                List.of(FILTER, KIND, valued("--state", "STATE,...", "only these: queued, running, waiting, blocked"),
                        SORT, LIMIT, PRESERVED, ALL, SYSTEM, Grammar.JSON, Grammar.HELP),
                List.of("ps --kind virtual --sort -age -n 20", "ps OrderService"), ListCommands::readPs);
    }

    static Command psTerminated() {
        return new Command("ps-terminated", List.of("pt", "pst"), "[TEXT]", 1, "list the ended tasks, newest first",
                List.of(FILTER, KIND, valued("--outcome", "OUTCOME,...", "only these: returned, failed, cancelled, "
                                + "interrupted, timed-out, rejected, abandoned, lost"),
                        flag("--unobserved", "only failures that nobody looked at"),
                        valued("--sort", "KEY", "id, age, name, kind, site, ended or duration; ascending, or "
                                + "descending with a leading -"),
                        LIMIT, PRESERVED, ALL, SYSTEM, Grammar.JSON, Grammar.HELP),
                List.of("ps-terminated --outcome failed,cancelled", "ps-terminated --unobserved"),
                ListCommands::readPsTerminated);
    }

    static Command preserve() {
        return new Command("preserve", List.of(), "[PATTERN]", 1,
                "keep endings beyond the limit of the history, or list what keeps them",
                List.of(valued("--remove", "PATTERN", "stop one of the patterns that preserve lists"), Grammar.JSON,
                        Grammar.HELP),
                List.of("preserve \"nightly-*\"", "preserve", "preserve --remove \"nightly-*\""),
                ListCommands::readPreserve);
    }

    private static Question readPreserve(Arguments words) throws Refusal {
        boolean remove = words.has("--remove");
        if (remove && words.operand() != null) {
            throw words.wrong("preserve adds a pattern or removes one, not both");
        }
        return new Question.Preserve(remove ? words.text("--remove") : words.operand(), remove);
    }

    private static Question readPs(Arguments words) throws Refusal {
        return new Question.Ps(text(words), words.constants("--kind", Kind.class),
                words.constants("--state", State.class), words.text("--sort"), limit(words),
                words.has("--preserved"), words.has("--system"), words.has("--all"));
    }

    private static Question readPsTerminated(Arguments words) throws Refusal {
        return new Question.PsTerminated(text(words), words.constants("--kind", Kind.class),
                words.constants("--outcome", Outcome.class), words.text("--sort"), limit(words),
                words.has("--preserved"), words.has("--unobserved"), words.has("--system"), words.has("--all"));
    }

    private static int limit(Arguments words) throws Refusal {
        return words.count("--limit", words.has("--json") ? 0 : ROWS);
    }

    private static String text(Arguments words) throws Refusal {
        if (words.has("--filter") && words.operand() != null) {
            throw words.wrong("the filter is there twice");
        }
        return words.has("--filter") ? words.text("--filter") : words.operand();
    }
}
