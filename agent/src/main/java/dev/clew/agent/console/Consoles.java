// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.Clew;
import dev.clew.agent.door.Sides;
import dev.clew.agent.entry.InsideLoader;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Notice;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The consoles of this JVM: refuses them unless they were asked for, and gives each client a door to its own.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: nothing until the first console is opened.
 */
public final class Consoles implements AutoCloseable {

    private static final int MOST = 8;
    private static final long LONGEST_WAIT = 5_000;

    private final boolean on;
    private final Instrumentation instrumentation;
    private final InsideLoader inside;
    private final Target target;
    private final ApplicationLoaders loaders;
    private final Map<String, Console> open = new ConcurrentHashMap<>();
    private int last;

    /**
     * Makes the place for consoles.
     *
     * @param on whether the target's options allow them
     * @param target who answers everything else
     */
    public Consoles(boolean on, Instrumentation instrumentation, InsideLoader inside, Target target) {
        this.on = on;
        this.instrumentation = instrumentation;
        this.inside = inside;
        this.target = target;
        this.loaders = new ApplicationLoaders(instrumentation);
    }

    /** Returns the door to everything, consoles included. */
    public Target door() {
        return new Door(target);
    }

    private Answer ask(Question question, Map<String, Console> own) throws Refusal {
        if (!on) {
            throw Refusal.absent("the console is off in this target",
                    "start it with the agent's option console=on, or detach and attach with --option console=on");
        }
        if (question instanceof Question.ConsoleOpen asked) {
            return open(asked.loader(), own).report(0);
        } else if (question instanceof Question.ConsoleLoaders) {
            return loaders.list();
        } else if (question instanceof Question.ConsoleRun run) {
            Console console = own(run.session(), own);
            console.run(run.source() == null ? "" : run.source());
            return console.report(0);
        } else if (question instanceof Question.ConsoleWait wait) {
            return own(wait.session(), own).report(Math.max(0, Math.min(wait.waitMillis(), LONGEST_WAIT)));
        } else if (question instanceof Question.ConsoleStop stop) {
            own(stop.session(), own).stop();
            return new Notice("the statement was told to stop");
        } else if (question instanceof Question.ConsoleComplete asked) {
            return own(asked.session(), own).choices(asked.source() == null ? "" : asked.source(), asked.cursor());
        } else if (question instanceof Question.ConsoleList list) {
            return own(list.session(), own).names();
        }
        close(((Question.ConsoleClose) question).session(), own);
        return new Notice("the console is closed");
    }

    private synchronized Console open(String wanted, Map<String, Console> own) throws Refusal {
        if (open.size() >= MOST) {
            throw Refusal.absent(MOST + " consoles are open already", "close one of them");
        }
        ShellModule.open(instrumentation, inside);
        ClassLoader loader = loaders.find(wanted);
        String session = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        var console = new Console(session, ++last, loader, loaders.name(loader), instrumentation,
                Sides::console);
        open.put(session, console);
        own.put(session, console);
        console.start(new Clew(target, Sides::console), new OwnFiles(inside));
        return console;
    }

    private static Console own(String session, Map<String, Console> own) throws Refusal {
        Console console = session == null ? null : own.get(session);
        if (console == null) {
            throw Refusal.absent("no such console", "open one; it is closed when its client leaves");
        }
        return console;
    }

    private void close(String session, Map<String, Console> own) throws Refusal {
        Console console = own(session, own);
        own.remove(session);
        open.remove(session);
        console.close();
    }

    /** Closes every console. */
    @Override
    public void close() {
        open.values().forEach(Console::close);
        open.clear();
    }

    /** The door of one client, or of nobody yet. */
    private final class Door implements Target {

        private final Target next;
        private final Map<String, Console> own = new ConcurrentHashMap<>();

        Door(Target next) {
            this.next = next;
        }

        @Override
        public Answer ask(Question question) throws Refusal {
            return question instanceof Question.Evaluating ? Consoles.this.ask(question, own) : next.ask(question);
        }

        @Override
        public Target forClient() {
            return new Door(next.forClient());
        }

        @Override
        public void close() {
            own.forEach((session, console) -> {
                open.remove(session);
                console.close();
            });
            own.clear();
            next.close();
        }
    }

    /** Class files of Clew's own, as its loader has them. */
    private record OwnFiles(InsideLoader inside) implements ApplicationFiles.Given {

        @Override
        public Collection<String> in(String packageName) {
            return inside.classNames(packageName);
        }

        @Override
        public byte[] classFile(String name) throws IOException {
            try (InputStream in = inside.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new IOException("no class file of " + name);
                }
                return in.readAllBytes();
            }
        }
    }
}
