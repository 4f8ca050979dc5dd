// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.util.List;
import java.util.Optional;

/** Every command there is, and how words become one of them. */
public final class Grammar {

    static final Option JSON = Option.flag("--json", "answer with one line of JSON");
    static final Option HELP = Option.flag("--help", "show this help");

    private static final Command HELP_COMMAND = new Command("help", List.of("?", "h"), "[COMMAND]", 1,
            "list the commands, or explain one", List.of(HELP), List.of("help ps"), null);
    private static final Command EXIT = new Command("exit", List.of("q", "quit"), "", 0, "leave the shell",
            List.of(HELP), List.of("exit"), null);

    private static final Command DIFF = ListCommands.diff();
    private static final Command WATCH = ListCommands.watch();
    private static final Command CONSOLE = ConsoleCommand.console();
    private static final Command TOP = ListCommands.top();

    private static final List<Command> COMMANDS = List.of(
            ListCommands.ps(), TaskCommands.where(), ListCommands.psTerminated(), TaskCommands.whereTerminated(),
            TaskCommands.cancel(), TaskCommands.interrupt(), TaskCommands.stacktrace(), CountCommands.sites(),
            CountCommands.tree(), TOP, DIFF, WATCH, ListCommands.preserve(), CONSOLE, TaskCommands.signal(),
            TaskCommands.status(), TaskCommands.detach(), HELP_COMMAND, EXIT);

    /** The words of the program that are no commands of a target. */
    public static final List<String> PROGRAM = List.of("list", "attach", "detach", "run", "web", "demo", "jar", "exec",
            "completion", "version", "help");

    private Grammar() {}

    /** Returns whether a word is a command of Clew's, or of its program, so that no application can have it. */
    public static boolean isTaken(String word) {
        return PROGRAM.contains(word) || command(word).isPresent();
    }

    /** Returns every command, in the order of the help. */
    public static List<Command> commands() {
        return COMMANDS;
    }

    /** Returns the command of a word or an alias. */
    public static Optional<Command> command(String word) {
        return COMMANDS.stream().filter(command -> command.words().contains(word)).findFirst();
    }

    /**
     * Returns what words mean; words that begin a comment are gone already.
     *
     * @throws Refusal if they mean nothing
     */
    public static Request parse(List<String> words) throws Refusal {
        if (words.isEmpty()) {
            return new Request.Nothing();
        }
        Command command = find(words.get(0));
        List<String> rest = words.subList(1, words.size());
        if (rest.contains("--help")) {
            return new Request.Help(command);
        }
        Arguments arguments = Arguments.parse(command, rest);
        if (command.reader() != null) {
            return new Request.Ask(command.reader().read(arguments), arguments.form(), arguments.repeat());
        }
        if (command == DIFF) {
            return ListCommands.readDiff(arguments);
        } else if (command == WATCH) {
            return ListCommands.readWatch(arguments);
        } else if (command == CONSOLE) {
            return ConsoleCommand.read(arguments);
        } else if (command == TOP) {
            return ListCommands.readTop(arguments);
        } else if (command == EXIT) {
            return new Request.Leave();
        }
        return new Request.Help(arguments.operand() == null ? null : find(arguments.operand()));
    }

    private static Command find(String word) throws Refusal {
        Optional<Command> command = command(word);
        if (command.isEmpty()) {
            List<String> names = COMMANDS.stream().map(Command::name).toList();
            throw Refusal.usage("no such command \"" + word + "\"" + Suggestion.of(word, names),
                    "help lists the commands");
        }
        return command.get();
    }
}
