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
import dev.clew.monitor.query.Grouping;
import dev.clew.monitor.query.Query;
import java.time.Duration;
import java.util.List;

/** The commands that list tasks, and the one that says which stay in the list. */
final class ListCommands {

    /** A filter may be written as several words. */
    private static final int WORDS = 1000;

    private static final Option GROUP = valued("--group-by", "WHAT",
            "count the tasks by site, kind, state, name, thread or parent instead of listing them");
    private static final Option GROUP_ENDED = valued("--group-by", "WHAT",
            "count the tasks by site, kind, outcome, error, name, thread or parent instead of listing them");
    private static final Option GROUP_DIFF = valued("--group-by", "WHAT",
            "count by site (that is so if nothing is said), kind, state, name, thread or parent");
    static final Option WATCH = valued("--watch", "TIME", "ask again and again, for example every 2s");
    static final Option TIMES = valued("--times", "N", "with --watch: ask N times rather than until Ctrl-C");
    static final Option CSV = flag("--csv", "answer with comma-separated values");
    static final Option FORMAT = valued("--format", "TEXT",
            "answer with one line a row, for example \"{id} {name}\"; the fields are the columns of --csv");
    private static final Option KIND = valued("--kind", "KIND,...",
            "only these kinds: thread, virtual, pool, forkjoin, future, delayed, periodic, timer, subtask");
    private static final Option SORT = valued("--sort", "KEY",
            "id, age, name, kind, state or site (groups: count, key or age); ascending, or descending with a "
                    + "leading -");
    private static final Option LIMIT = valued("--limit,-n", "N", "at most N rows (1000 for people; 0 for all)");
    private static final Option PRESERVED = flag("--preserved,-p,--persistent",
            "only tasks whose ending is never dropped");
    private static final Option ALL = flag("--all", "folded dependent stages too");
    private static final Option SYSTEM = flag("--system", "tasks of the JVM and of Clew itself too");

    private ListCommands() {}

    static Command ps() {
        return new Command("ps", List.of("p"), "[FILTER]", WORDS, "list the live tasks",
                List.of(filter(""), KIND, valued("--state", "STATE,...", "only these: queued, running, waiting, blocked"),
                        SORT, LIMIT, GROUP, WATCH, TIMES, PRESERVED, ALL, SYSTEM, Grammar.JSON, CSV, FORMAT, Grammar.HELP),
                List.of("ps --kind virtual --sort -age -n 20", "ps OrderService",
                        "ps \"kind:pool,virtual -state:running age>10s\"", "ps --group-by site \"count>100\""),
                ListCommands::readPs);
    }

    static Command psTerminated() {
        return new Command("ps-terminated", List.of("pt", "pst"), "[FILTER]", WORDS, "list the ended tasks, newest first",
                List.of(filter(" or error"), KIND, valued("--outcome", "OUTCOME,...", "only these: returned, failed, cancelled, "
                                + "interrupted, timed-out, rejected, abandoned, lost"),
                        flag("--unobserved", "only failures that nobody looked at"),
                        valued("--sort", "KEY", "id, age, name, kind, site, ended or duration (groups: count, "
                                + "key or age); ascending, or descending with a leading -"),
                        LIMIT, GROUP_ENDED, WATCH, TIMES, PRESERVED, ALL, SYSTEM, Grammar.JSON, CSV, FORMAT, Grammar.HELP),
                List.of("ps-terminated --outcome failed,cancelled", "ps-terminated --unobserved",
                        "ps-terminated \"error:SQLException duration>=1s\"", "ps-terminated --group-by error"),
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

    static Command diff() {
        return new Command("diff", List.of(), "TIME [FILTER]", WORDS, "count the live tasks twice, and show what grew and shrank",
                List.of(GROUP_DIFF, valued("--limit,-n", "N", "at most N rows (1000 for people; 0 for all)"), ALL, SYSTEM,
                        Grammar.JSON, Grammar.HELP),
                List.of("diff 30s", "diff 5s kind:virtual --group-by name"), null);
    }

    static Command watch() {
        return new Command("watch", List.of(), "[FILTER]", WORDS, "print tasks as they come and end",
                List.of(filter(""), valued("--every", "TIME", "how often to look, for example 2s (500ms)"),
                        valued("--times", "N", "look N times rather than until Ctrl-C"), SYSTEM, Grammar.JSON,
                        Grammar.HELP),
                List.of("watch", "watch outcome:failed", "watch kind:virtual --times 10"), null);
    }

    static Command top() {
        return new Command("top", List.of(), "[FILTER]", WORDS, "show the tasks on the full screen, live; ? lists its keys",
                List.of(filter(""), Grammar.HELP), List.of("top", "top kind:virtual"), null);
    }

    static Request readTop(Arguments words) throws Refusal {
        Query.parse(text(words), false, false);
        return new Request.Top(text(words));
    }

    static Request readDiff(Arguments words) throws Refusal {
        if (words.operand() == null) {
            throw words.wrong("diff needs a length of time");
        }
        long millis = Pause.parse("diff", words.operand());
        String rest = words.operandsAfterFirst();
        Query.parse(rest, false, false);
        String by = words.has("--group-by") ? Grouping.of(words.text("--group-by"), false).by() : "site";
        var counted = new Question.Ps(null, List.of(), List.of(), null, 0, false, words.has("--system"),
                words.has("--all"), rest, by);
        return new Request.Compare(counted, Duration.ofMillis(millis), words.limit(), words.form());
    }

    static Request readWatch(Arguments words) throws Refusal {
        String every = words.has("--every") ? words.text("--every") : "500ms";
        long millis = Pause.parse("--every", every);
        if (millis < 100) {
            throw Refusal.usage("--every is at least 100ms, not \"" + every + "\"", "write for example 2s");
        }
        return new Request.Follow(text(words), new Repeat(Duration.ofMillis(millis), words.count("--times", 0)),
                words.has("--system"), words.form());
    }

    private static Option filter(String more) {
        return valued("--filter,-f", "FILTER", "only tasks with this text, in any case, in their name, site, thread, "
                + "creation stack" + more + "; or conditions such as kind:pool or age>10s");
    }

    private static Question readPs(Arguments words) throws Refusal {
        Query query = query(words, false);
        return new Question.Ps(query.plain(), words.constants("--kind", Kind.class),
                words.constants("--state", State.class), words.text("--sort"), words.limit(),
                words.has("--preserved"), words.has("--system"), words.has("--all"), language(query, words),
                groupBy(words, false));
    }

    private static Question readPsTerminated(Arguments words) throws Refusal {
        Query query = query(words, true);
        return new Question.PsTerminated(query.plain(), words.constants("--kind", Kind.class),
                words.constants("--outcome", Outcome.class), words.text("--sort"), words.limit(),
                words.has("--preserved"), words.has("--unobserved"), words.has("--system"), words.has("--all"),
                language(query, words), groupBy(words, true));
    }

    private static String groupBy(Arguments words, boolean ended) throws Refusal {
        return words.has("--group-by") ? Grouping.of(words.text("--group-by"), ended).by() : null;
    }

    private static Query query(Arguments words, boolean ended) throws Refusal {
        return Query.parse(text(words), ended, words.has("--group-by"));
    }

    /** Returns the filter if it is more than a plain text, which needs no language. */
    private static String language(Query query, Arguments words) throws Refusal {
        String text = text(words);
        return text == null || text.isBlank() || query.plain() != null ? null : text;
    }

    private static String text(Arguments words) throws Refusal {
        if (words.has("--filter") && words.operand() != null) {
            throw words.wrong("the filter is there twice");
        }
        return words.has("--filter") ? words.text("--filter") : words.operands();
    }
}
