// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static dev.clew.monitor.command.Option.valued;

import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.util.List;

/** The commands about one task or about the target as a whole. */
final class TaskCommands {

    private static final Option REASON = valued("--reason", "TEXT", "why, for whoever asks where-terminated later");
    private static final List<Option> PLAIN = List.of(Grammar.JSON, Grammar.HELP);

    private TaskCommands() {}

    static Command where() {
        return new Command("where", List.of("w"), "ID", 1, "show where a task is and who created it, root first", PLAIN,
                List.of("where 12"), words -> new Question.Where(words.id()));
    }

    static Command whereTerminated() {
        return new Command("where-terminated", List.of("wt"), "ID", 1, "show how a task ended and who ended it", PLAIN,
                List.of("where-terminated 12"), words -> new Question.WhereTerminated(words.id()));
    }

    static Command cancel() {
        return new Command("cancel", List.of("ca"), "ID", 1, "cancel a task",
                List.of(REASON, valued("--wait", "TIME", "how long to wait for its code to stop, for example 3s (1s)"),
                        Grammar.JSON, Grammar.HELP),
                List.of("cancel 12 --reason \"stuck since the deploy\""),
                words -> new Question.Cancel(words.id(), wait(words), words.text("--reason")));
    }

    static Command interrupt() {
        return new Command("interrupt", List.of(), "ID", 1, "interrupt the thread that runs a task",
                List.of(REASON, Grammar.JSON, Grammar.HELP), List.of("interrupt 12"),
                words -> new Question.Interrupt(words.id(), words.text("--reason")));
    }

    static Command stacktrace() {
        return new Command("stacktrace", List.of("st", "stack"), "[ID|all]", 1,
                "show present stacks: of busy threads, a task, or all",
                List.of(valued("--limit,-n", "N", "at most N stacks (100 unless --json; 0 for all)"), Grammar.JSON,
                        Grammar.HELP),
                List.of("stacktrace", "stacktrace 12", "stacktrace all -n 0"), TaskCommands::readStacktrace);
    }

    static Command signal() {
        return new Command("signal", List.of(), "NAME", 1, "send a signal to the target's process", PLAIN,
                List.of("signal HUP", "signal SIGTERM"), TaskCommands::readSignal);
    }

    static Command status() {
        return new Command("status", List.of(), "", 0, "show what Clew does in the target and what it can't see", PLAIN,
                List.of("status"), words -> new Question.Status());
    }

    static Command detach() {
        return new Command("detach", List.of(), "", 0, "take Clew out of the target", PLAIN, List.of("detach"),
                words -> new Question.Detach());
    }

    private static long wait(Arguments words) throws Refusal {
        return words.has("--wait") ? Pause.parse("--wait", words.text("--wait")) : 1_000;
    }

    private static Question readStacktrace(Arguments words) throws Refusal {
        boolean all = "all".equals(words.operand());
        long id = all || words.operand() == null ? 0 : words.id();
        return new Question.Stacktrace(id, all, words.count("--limit", words.has("--json") ? 0 : 100));
    }

    private static Question readSignal(Arguments words) throws Refusal {
        if (words.operand() == null) {
            throw words.wrong("signal needs the name of a signal");
        }
        return new Question.Signal(words.operand());
    }
}
