// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.View;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Something that can be asked of a target; every face asks by these records and nothing else. */
public sealed interface Question {

    /** Returns whether asking changes something in the target. */
    default boolean acts() {
        return false;
    }

    /** Returns the role that asking needs. */
    default Role role() {
        return this instanceof Evaluating ? Role.EVAL : acts() ? Role.ACT : Role.READ;
    }

    /** Returns what a target must be able to do beyond the first version of the protocol, for example {@code filter}. */
    default List<String> needs() {
        return List.of();
    }

    private static List<String> needs(String filter, String groupBy) {
        return Stream.of(filter == null ? null : FILTER, groupBy == null ? null : GROUP).filter(Objects::nonNull)
                .toList();
    }

    /** The need of a question with a filter. */
    String FILTER = "filter";
    /** The need of a question for groups. */
    String GROUP = "group";
    /** The need of a question for a tree. */
    String TREE = "tree";
    /** The need of a question for what was counted. */
    String COUNTS = "counts";
    /** The need of a question about the application's own commands. */
    String COMMAND = "command";
    /** The need of a question to a console. */
    String CONSOLE = "console";
    /** The need of a question for the tasks after one. */
    String PAGE = "page";
    /** The need of a question that is answered whenever the answer changes, and of an overview. */
    String PUSH = "push";
    /** Everything that a target of this version can do beyond the first version of the protocol. */
    List<String> ABILITIES = List.of(FILTER, GROUP, TREE, COUNTS, COMMAND, CONSOLE, PAGE, PUSH);

    /** A question that needs the role {@code eval}: it runs code in the target, or prepares to. */
    interface Evaluating {}

    /**
     * Which live tasks exist.
     *
     * @param text shows tasks whose name, site, thread or stack of creation contains this, in any case; null for all
     * @param kinds shows these kinds; empty for all
     * @param states shows these states; empty for all
     * @param sort {@code id}, {@code age}, {@code name}, {@code kind}, {@code state} or {@code site}; a leading
     *     {@code -} reverses it
     * @param limit shows at most so many; 0 for all
     * @param preserved shows only tasks whose ending will be preserved
     * @param system shows Clew's and the JVM's own tasks too
     * @param all shows folded dependent stages too
     * @param filter shows tasks that fulfil this filter, as people write it; null for all
     * @param groupBy counts them by this instead of listing them: {@code site}, {@code kind}, {@code state},
     *     {@code name}, {@code thread} or {@code parent}; null for none
     * @param after lists only tasks whose ids are greater, so that very many are listed page by page; 0 for all
     */
    record Ps(String text, List<Kind> kinds, List<State> states, String sort, int limit, boolean preserved,
            boolean system, boolean all, String filter, String groupBy, long after) implements Question {

        /** Makes a question for what is not a page. */
        public Ps(String text, List<Kind> kinds, List<State> states, String sort, int limit, boolean preserved,
                boolean system, boolean all, String filter, String groupBy) {
            this(text, kinds, states, sort, limit, preserved, system, all, filter, groupBy, 0);
        }

        /** Makes a question without a filter or groups. */
        public Ps(String text, List<Kind> kinds, List<State> states, String sort, int limit, boolean preserved,
                boolean system, boolean all) {
            this(text, kinds, states, sort, limit, preserved, system, all, null, null);
        }

        @Override
        public List<String> needs() {
            List<String> needs = Question.needs(filter, groupBy);
            return after == 0 ? needs : Stream.concat(needs.stream(), Stream.of(PAGE)).toList();
        }
    }

    /**
     * Which tasks ended, newest first unless sorted.
     *
     * @param text as in {@link Ps}; the error's class and message count too
     * @param kinds as in {@link Ps}
     * @param outcomes shows these outcomes; empty for all
     * @param sort as in {@link Ps}, or {@code ended} or {@code duration}
     * @param limit as in {@link Ps}
     * @param preserved shows only preserved endings
     * @param unobserved shows only failures that nobody looked at
     * @param system as in {@link Ps}
     * @param all as in {@link Ps}
     * @param filter as in {@link Ps}
     * @param groupBy as in {@link Ps}, but for {@code state}; or {@code outcome} or {@code error}
     */
    record PsTerminated(String text, List<Kind> kinds, List<Outcome> outcomes, String sort, int limit,
            boolean preserved, boolean unobserved, boolean system, boolean all, String filter, String groupBy)
            implements Question {

        /** Makes a question without a filter or groups. */
        public PsTerminated(String text, List<Kind> kinds, List<Outcome> outcomes, String sort, int limit,
                boolean preserved, boolean unobserved, boolean system, boolean all) {
            this(text, kinds, outcomes, sort, limit, preserved, unobserved, system, all, null, null);
        }

        @Override
        public List<String> needs() {
            return Question.needs(filter, groupBy);
        }
    }

    /**
     * Which live tasks exist, below their creators.
     *
     * @param filter as in {@link Ps}
     * @param limit shows at most so many branches; 0 for all
     * @param system as in {@link Ps}
     * @param all as in {@link Ps}
     */
    record Tree(String filter, int limit, boolean system, boolean all) implements Question {
        @Override
        public List<String> needs() {
            return List.of(TREE);
        }
    }

    /**
     * How many tasks there were since Clew came, by site.
     *
     * @param filter shows rows that fulfil this filter, as people write it; null for all
     * @param kinds as in {@link Ps}
     * @param sort {@code live}, {@code created}, {@code rate}, {@code failed}, {@code cancelled}, {@code unobserved},
     *     {@code run}, {@code queue}, {@code site} or {@code kind}; a leading {@code -} reverses it
     * @param limit shows at most so many; 0 for all
     * @param windowMillis the time just past that rates are about; 0 for ten seconds
     * @param groupBy counts by {@code class}, {@code package}, {@code kind} or {@code capture}; null for
     *     {@code site}
     * @param system as in {@link Ps}
     */
    record Sites(String filter, List<Kind> kinds, String sort, int limit, long windowMillis, String groupBy,
            boolean system) implements Question {
        @Override
        public List<String> needs() {
            return List.of(COUNTS);
        }
    }

    /**
     * The places that tasks come from, with how many came.
     *
     * @param limit shows at most so many branches; 0 for all
     * @param system as in {@link Ps}
     */
    record Origins(int limit, boolean system) implements Question {
        @Override
        public List<String> needs() {
            return List.of(COUNTS);
        }
    }

    /**
     * Where a task is, and where it came from.
     *
     * @param id the task, live or ended
     */
    record Where(long id) implements Question {}

    /**
     * Where a task ended, and who ended it.
     *
     * @param id the task, which must have ended
     */
    record WhereTerminated(long id) implements Question {}

    /**
     * Cancels a task.
     *
     * @param id the task
     * @param waitMillis how long to wait for its code to stop
     * @param reason goes into the task's cause; null for none
     */
    record Cancel(long id, long waitMillis, String reason) implements Question {
        @Override
        public boolean acts() {
            return true;
        }
    }

    /**
     * Interrupts the thread that runs a task.
     *
     * @param id the task
     * @param reason goes into the task's cause; null for none
     */
    record Interrupt(long id, String reason) implements Question {
        @Override
        public boolean acts() {
            return true;
        }
    }

    /**
     * What tasks are doing now.
     *
     * @param id one task; 0 for many
     * @param all takes idle and virtual threads too, if {@code id} is 0
     * @param limit at most so many stacks; 0 for no limit
     */
    record Stacktrace(long id, boolean all, int limit) implements Question {}

    /**
     * What preserves endings, after adding a pattern or removing one.
     *
     * @param pattern the pattern; null to change nothing
     * @param remove removes the pattern rather than adding it
     */
    record Preserve(String pattern, boolean remove) implements Question {
        @Override
        public boolean acts() {
            return pattern != null;
        }
    }

    /**
     * Sends a signal to the target's process.
     *
     * @param name the signal with or without {@code SIG}
     */
    record Signal(String name) implements Question {
        @Override
        public boolean acts() {
            return true;
        }
    }

    /**
     * What a full screen shows: counts, and a part of a list or a task.
     *
     * @param view what is shown beside the counts; null for nothing
     * @param id the task, if one is shown
     * @param filter as in {@link Ps}
     * @param sort as in {@link Ps} or {@link PsTerminated}
     * @param groupBy as in {@link Ps} or {@link PsTerminated}
     * @param offset leaves out so many rows at the beginning; fewer where nothing would be left
     * @param limit shows at most so many rows
     * @param system shows Clew's and the JVM's own tasks too
     * @param all shows folded dependent stages too
     */
    record Overview(View view, long id, String filter, String sort, String groupBy, int offset, int limit,
            boolean system, boolean all) implements Question {
        @Override
        public List<String> needs() {
            return List.of(PUSH);
        }
    }

    /** What Clew does in the target, and what it can't see. */
    record Status() implements Question {}

    /** Which commands the application adds. */
    record Commands() implements Question {
        @Override
        public List<String> needs() {
            return List.of(COMMAND);
        }
    }

    /**
     * Runs a command of the application.
     *
     * @param command its word
     * @param words its arguments: options, {@code --}, and what stands at its place
     * @param reading whether it is one that changes nothing; the target refuses if it is not
     */
    record Run(String command, List<String> words, boolean reading) implements Question {

        /** No command of an application may take longer. */
        public static final Duration LONGEST = Duration.ofMinutes(1);

        @Override
        public boolean acts() {
            return !reading;
        }

        @Override
        public List<String> needs() {
            return List.of(COMMAND);
        }
    }

    /**
     * How an argument of the application's command can go on.
     *
     * @param command its word
     * @param words what is written behind it, of which the last is to go on
     */
    record Complete(String command, List<String> words) implements Question {
        @Override
        public List<String> needs() {
            return List.of(COMMAND);
        }
    }

    /** Takes Clew out of the target. */
    record Detach() implements Question {
        @Override
        public boolean acts() {
            return true;
        }
    }

    /**
     * Opens a console, which is closed when its client leaves.
     *
     * @param loader the number of a class loader, or the name of a class whose loader it is; null for the usual one
     */
    record ConsoleOpen(String loader) implements Question, Evaluating {
        @Override
        public boolean acts() {
            return true;
        }

        @Override
        public List<String> needs() {
            return List.of(CONSOLE);
        }
    }

    /**
     * Begins to run statements.
     *
     * @param session the console
     * @param source the statements
     */
    record ConsoleRun(String session, String source) implements Question, Evaluating {
        @Override
        public boolean acts() {
            return true;
        }
    }

    /**
     * Waits until a console has something to say.
     *
     * @param session the console
     * @param waitMillis how long to wait at most; never more than 5,000
     */
    record ConsoleWait(String session, long waitMillis) implements Question, Evaluating {}

    /**
     * Stops the statement that runs.
     *
     * @param session the console
     */
    record ConsoleStop(String session) implements Question, Evaluating {}

    /**
     * How a statement can go on.
     *
     * @param session the console
     * @param source what is written so far
     * @param cursor the place in it; -1 to ask only whether it is whole
     */
    record ConsoleComplete(String session, String source, int cursor) implements Question, Evaluating {}

    /**
     * What a console knows by name.
     *
     * @param session the console
     */
    record ConsoleList(String session) implements Question, Evaluating {}

    /** Which class loaders a console can look through. */
    record ConsoleLoaders() implements Question, Evaluating {
        @Override
        public List<String> needs() {
            return List.of(CONSOLE);
        }
    }

    /**
     * Closes a console.
     *
     * @param session the console
     */
    record ConsoleClose(String session) implements Question, Evaluating {}
}
