// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.model.Version;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Vocabulary;
import dev.clew.monitor.talk.Conversation;
import dev.clew.monitor.talk.JavaPrompt;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.terminal.CompletionScript;
import dev.clew.terminal.LastingTarget;
import dev.clew.terminal.Script;
import dev.clew.terminal.Terminals;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The program: understands the first words and hands over. */
public final class Main {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Surroundings around;
    private final Machine machine;

    /** Makes the program for its surroundings. */
    public Main(Surroundings around, Machine machine) {
        this.around = around;
        this.machine = machine;
    }

    /** Runs the program and ends the process with its exit status. */
    public static void main(String[] args) {
        Surroundings around = Surroundings.real();
        int status = new Main(around, Machine.real()).run(List.of(args));
        around.out().flush();
        System.exit(status);
    }

    /** Runs the program and returns its exit status: 0 answered, 1 no answer, 2 wrong usage. */
    public int run(List<String> words) {
        try {
            return run(Invocation.parse(words));
        } catch (Refusal e) {
            around.output().refuse(around.screen().refusal(e));
            return e.status();
        } catch (IOException e) {
            around.err().println("clew: " + around.screen().plain(e + "; try again"));
            return 1;
        }
    }

    private int run(Invocation invocation) throws Refusal, IOException {
        List<String> rest = invocation.rest();
        return switch (invocation.word()) {
            case "" -> shell(invocation);
            case "list" -> new Listing(around, machine).run(rest);
            case "attach" -> new Attaching(around, machine).run(rest);
            case "run" -> new Running(around).run(rest);
            case "detach" -> detach(invocation);
            case "demo" -> new Demo(around).run(rest);
            case "jar" -> print(AgentJar.path() + "\n");
            case "exec" -> exec(invocation);
            case "completion" -> completion(rest);
            case "version", "--version", "-V" -> print("clew " + Version.current() + "\n");
            case "help", "--help", "-h", "?" -> invocation.choosesTarget() ? converse(invocation) : help(rest);
            case "web" -> throw Refusal.absent("the web page is not in this version", "clew help lists the commands");
            default -> command(invocation);
        };
    }

    private int shell(Invocation invocation) throws Refusal, IOException {
        try (var target = new LastingTarget(machine.connect(invocation), machine.finder(invocation), PATIENCE)) {
            return around.person() && Surroundings.terminal(1)
                    ? Terminals.interact(target, System.getenv(), invocation.pages())
                    : new Script(target, around.screen(), around.in(), around.out(), around.err()).run();
        }
    }

    /** Runs the commands of a file; the first that can't be asked does not keep the others from it. */
    private int exec(Invocation invocation) throws Refusal, IOException {
        if (invocation.rest().size() != 1) {
            throw Refusal.usage("exec needs one file", "usage: clew exec FILE, or - for the input");
        }
        String file = invocation.rest().get(0);
        try (BufferedReader in = file.equals("-") ? around.in() : Files.newBufferedReader(Path.of(file));
                RemoteTarget target = machine.connect(invocation)) {
            return new Script(target, around.screen(), in, around.out(), around.err()).run();
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw Refusal.absent("can't read " + file + " (" + e.getClass().getSimpleName() + ")", "name a file of commands");
        }
    }

    private int completion(List<String> rest) throws Refusal {
        if (rest.size() != 1) {
            throw Refusal.usage("completion needs the name of a shell", "usage: clew completion bash|zsh|fish");
        }
        return print(new CompletionScript(Usage.words()).of(rest.get(0)));
    }

    private int detach(Invocation invocation) throws Refusal, IOException {
        if (invocation.rest().isEmpty() || invocation.rest().get(0).startsWith("-")) {
            return command(invocation);
        }
        String process = invocation.rest().get(0);
        if (invocation.choosesTarget() && !process.equals(String.valueOf(invocation.pid()))) {
            throw Refusal.usage("two processes are named", "usage: clew detach PID|NAME");
        }
        List<String> command = Stream.concat(Stream.of("detach"), invocation.rest().stream().skip(1)).toList();
        return command(Invocation.of(process, command));
    }

    private int command(Invocation invocation) throws Refusal, IOException {
        if (Grammar.command(invocation.word()).isEmpty()) {
            return own(invocation);
        }
        Request request = Grammar.parse(invocation.words());
        if (request instanceof Request.Help help) {
            return print(around.screen().help(help.command()));
        }
        if (request instanceof Request.Leave || request instanceof Request.Nothing) {
            throw Refusal.usage(invocation.word() + " is for the shell", "clew -p PID opens one");
        }
        if (request instanceof Request.Top top && around.person() && Surroundings.terminal(1)) {
            return top(invocation, top.filter());
        }
        return converse(invocation);
    }

    private int top(Invocation invocation, String filter) throws Refusal, IOException {
        try (var target = new LastingTarget(machine.connect(invocation), machine.finder(invocation), PATIENCE)) {
            return Terminals.top(target, System.getenv(), filter);
        }
    }

    private int converse(Invocation invocation) throws Refusal {
        try (RemoteTarget target = machine.connect(invocation)) {
            JavaPrompt prompt = around.person() && Surroundings.terminal(1)
                    ? Terminals.prompt(target, System.getenv()) : JavaPrompt.NONE;
            return new Conversation(target, around.output(), prompt).run(invocation.words());
        }
    }

    /** Asks for a command of the application; wrong usage is told with or without a target. */
    private int own(Invocation invocation) throws Refusal {
        String meant = Suggestion.of(invocation.word(),
                Stream.concat(Grammar.PROGRAM.stream(), Grammar.commands().stream().map(c -> c.name())).toList());
        try (RemoteTarget target = machine.connect(invocation)) {
            if (meant.isEmpty() || new Vocabulary(target).knows(invocation.word())) {
                return new Conversation(target, around.output()).run(invocation.words());
            }
        } catch (Refusal e) {
            if (invocation.choosesTarget()) {
                throw e;
            }
        }
        throw Refusal.usage("no such command \"" + invocation.word() + "\"" + meant,
                "clew help lists the commands; those of an application need it to be watched");
    }

    private int help(List<String> rest) throws Refusal {
        if (!rest.isEmpty() && !rest.get(0).startsWith("-") && Grammar.command(rest.get(0)).isPresent()) {
            return print(around.screen().help(Grammar.command(rest.get(0)).get()));
        }
        return print(Usage.TEXT + "\n" + around.screen().help(null));
    }

    private int print(String text) {
        around.out().print(text);
        around.out().flush();
        return 0;
    }
}
