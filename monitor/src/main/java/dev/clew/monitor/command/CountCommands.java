// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static dev.clew.monitor.command.Option.flag;
import static dev.clew.monitor.command.Option.valued;

import dev.clew.model.Kind;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.query.Query;
import dev.clew.monitor.query.Sites;
import java.util.List;

/** The commands that tell what was counted. */
final class CountCommands {

    private static final int WORDS = 1000;
    private static final Option SYSTEM = flag("--system", "tasks of the JVM and of Clew itself too");
    private static final Option LIMIT = valued("--limit,-n", "N", "at most N rows (1000 for people; 0 for all)");

    private CountCommands() {}

    static Command sites() {
        return new Command("sites", List.of(), "[TIME] [FILTER]", WORDS,
                "count every task since Clew came, by its site",
                List.of(valued("--filter,-f", "FILTER", "only sites with this text, in any case; or conditions such as "
                                + "kind:pool, live>100 or failed>0"),
                        valued("--kind", "KIND,...", "only these kinds: thread, virtual, pool, forkjoin, future, delayed, "
                                + "periodic, timer, subtask"),
                        valued("--sort", "KEY", "live, created, rate, failed, cancelled, unobserved, run, queue, site or "
                                + "kind; ascending, or descending with a leading -"),
                        LIMIT, valued("--window", "TIME", "how long a time the rate is about (10s; 1m at most)"),
                        valued("--group-by", "WHAT", "count by class, package, kind or capture instead of by site"),
                        valued("--watch", "TIME", "ask again and again, for example every 2s"),
                        valued("--times", "N", "with --watch: ask N times rather than until Ctrl-C"), SYSTEM, Grammar.JSON,
                        flag("--csv", "answer with comma-separated values"),
                        valued("--format", "TEXT", "answer with one line a row, for example \"{live} {site}\"; the fields "
                                + "are the columns of --csv"),
                        Grammar.HELP),
                List.of("sites", "sites 30s --sort -rate", "sites \"kind:virtual live>1000\"",
                        "sites --group-by package --sort -failed"),
                CountCommands::readSites);
    }

    private static Question readSites(Arguments words) throws Refusal {
        boolean timed = words.operand() != null && Pause.means(words.operand());
        if (timed && words.has("--window")) {
            throw words.wrong("the window is there twice");
        }
        String rest = timed ? words.operandsAfterFirst() : words.operands();
        if (rest != null && words.has("--filter")) {
            throw words.wrong("the filter is there twice");
        }
        String filter = words.has("--filter") ? words.text("--filter") : rest;
        Query.ofSites(filter);
        String by = words.has("--group-by") ? Sites.group(words.text("--group-by")) : null;
        return new Question.Sites(filter, words.constants("--kind", Kind.class), words.text("--sort"),
                words.limit(), window(timed ? words.operand() : words.text("--window")), by, words.has("--system"));
    }

    private static long window(String text) throws Refusal {
        long millis = text == null ? 0 : Pause.parse("the window", text);
        if (text != null && (millis < 1_000 || millis > Sites.LONGEST_MILLIS)) {
            throw Refusal.usage("the window is from 1s to 1m, not \"" + text + "\"", "write for example 30s; diff "
                    + "compares two counts that are further apart");
        }
        return millis;
    }

    static Command tree() {
        return new Command("tree", List.of(), "[FILTER]", WORDS,
                "show where tasks come from, place below place, with counts",
                List.of(valued("--filter,-f", "FILTER", "only tasks with this text, in any case, in their name, site, "
                                + "thread, creation stack; or conditions such as kind:pool or age>10s"),
                        flag("--tasks", "show the live tasks below their creators instead, alike ones as one; so it is "
                                + "with a filter"),
                        LIMIT, flag("--all", "folded dependent stages too"), SYSTEM, Grammar.JSON, Grammar.HELP),
                List.of("tree", "tree --tasks", "tree -state:running"), CountCommands::readTree);
    }

    private static Question readTree(Arguments words) throws Refusal {
        if (words.has("--filter") && words.operand() != null) {
            throw words.wrong("the filter is there twice");
        }
        String filter = words.has("--filter") ? words.text("--filter") : words.operands();
        Query.parse(filter, false, false);
        return filter == null && !words.has("--tasks") && !words.has("--all")
                ? new Question.Origins(words.limit(), words.has("--system"))
                : new Question.Tree(filter, words.limit(), words.has("--system"), words.has("--all"));
    }
}
