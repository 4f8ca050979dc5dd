// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.console.Consoles;
import dev.clew.agent.door.ApplicationCommands;
import dev.clew.agent.door.Door;
import dev.clew.agent.entry.InsideLoader;
import dev.clew.agent.entry.Start;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Slots;
import dev.clew.agent.record.Census;
import dev.clew.agent.record.OwnThread;
import dev.clew.agent.record.Preservation;
import dev.clew.agent.record.RecordedSource;
import dev.clew.agent.record.Recorder;
import dev.clew.agent.transform.FieldAddition;
import dev.clew.agent.transform.Installation;
import dev.clew.agent.transform.Libraries;
import dev.clew.agent.transform.Targets;
import dev.clew.model.Version;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.query.SourceTarget;
import dev.clew.monitor.wire.Listen;
import dev.clew.monitor.wire.Listener;
import dev.clew.monitor.wire.Server;
import dev.clew.monitor.wire.SocketDirectory;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One attachment of Clew to this JVM, from entering to leaving.
 *
 * <p><b>Threads</b>: entered by {@link Start}; left by a thread of its own, because the one that asks is among those
 * that end. <b>Cost</b>: the classes of this loader, the hooks, and the recorder's thread; nothing after leaving.
 */
final class Agent {

    private static final long PATIENCE_SECONDS = 5;

    private final Instrumentation instrumentation;
    private final InsideLoader inside;
    private final Thread goodbye = new OwnThread(new Goodbye(this), "goodbye");
    private final Options options;
    private final boolean atStart;
    private final Instant since = Instant.now();
    private FieldAddition fields;
    private Installation installation;
    private Libraries libraries;
    private Recorder recorder;
    private final Door door = new Door(new Host());
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch served = new CountDownLatch(1);
    private final Naming naming;
    private volatile ApplicationCommands commands;
    private volatile Consoles consoles;
    private volatile Server server;
    private volatile Listener listener;
    /** Why there is no way in by TCP although one was asked for. */
    private volatile String deaf;
    private volatile boolean left;

    Agent(Instrumentation instrumentation, InsideLoader inside, Options options, boolean atStart) {
        this.instrumentation = instrumentation;
        this.inside = inside;
        this.options = options;
        this.atStart = atStart;
        this.naming = new Naming(options.name());
    }

    void enter() throws Exception {
        HookClasses.open(instrumentation);
        fields = new FieldAddition(Slots.FIELD);
        instrumentation.addTransformer(fields, true);
        try {
            Targets targets = new Targets(HookClasses.in(inside));
            Harvest.settling(options.settle(), options.stacks());
            Harvest.begin(atStart, OwnThread.class);
            installation = Installation.into(instrumentation, targets);
            libraries = Libraries.into(instrumentation, inside, targets, atStart);
        } catch (Exception | LinkageError e) {
            Harvest.finish();
            instrumentation.removeTransformer(fields);
            throw e;
        }
        recorder = new Recorder(options.memory(), options.application(), new Preservation(options.preserve()));
        door.open();
        if (atStart) {
            new OwnThread(new Quietly(this), "start").start();
        } else {
            serve();
        }
    }

    /** A class and not a lambda, which the JVM would have to make while it starts; so are the next ones. */
    private record Quietly(Agent agent) implements Runnable {
        @Override
        public void run() {
            agent.serveQuietly();
        }
    }

    private record Goodbye(Agent agent) implements Runnable {
        @Override
        public void run() {
            agent.hangUp();
        }
    }

    private record Clients() implements ThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            return new OwnThread(work, "client");
        }
    }

    private record Gate(Agent agent, Identity identity, String census) implements Supplier<Target> {
        @Override
        public Target get() {
            return agent.answering(identity, census);
        }
    }

    private record Renamed(Agent agent, Identity identity) implements Runnable {
        @Override
        public void run() {
            agent.server.greet(identity.greeting());
        }
    }

    private void serveQuietly() {
        try {
            serve();
        } catch (Refusal e) {
            System.setProperty(Start.STATE, "failed " + e.line());
            System.err.println("clew: not listening: " + e.line());
        } catch (RuntimeException | LinkageError e) {
            System.setProperty(Start.STATE, "failed " + e);
            if (!goingDown()) {
                System.err.println("clew: not listening: " + e);
            }
        }
    }

    /** Whether the JVM has begun to end: then it refuses shutdown hooks, those of its own classes included. */
    private boolean goingDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
            return false;
        } catch (IllegalStateException going) {
            return true;
        }
    }

    private void serve() throws Refusal {
        Census.platform();
        String census = atStart ? null : Census.virtual();
        recorder.start();
        door.find(instrumentation);
        Identity identity = Identity.of(naming);
        Path directory = options.directory() == null ? SocketDirectory.standard() : Path.of(options.directory());
        Path socket = directory.resolve(identity.pid() + ".sock");
        try {
            server = Server.open(directory, identity.greeting(), new FirstQuestion(new Gate(this, identity, census)),
                    new Clients());
        } catch (Refusal e) {
            if (!atStart) {
                leave();
            }
            throw e;
        }
        listen();
        naming.onChange(new Renamed(this, identity));
        served.countDown();
        System.setProperty(Start.STATE, "on " + Version.current() + " "
                + socket);
        try {
            Runtime.getRuntime().addShutdownHook(goodbye);
        } catch (IllegalStateException alreadyGoing) {
            hangUp(); // the application was quicker
        }
    }

    /** Listens by TCP if that is asked for; where it can't be, the socket is there all the same. */
    private void listen() {
        try {
            listener = options.listen() == null ? null : server.listen(options.listen());
        } catch (Refusal e) {
            deaf = e.line();
            System.err.println("clew: not listening by TCP: " + e.line());
        }
    }

    /** Returns what answers; virtual threads that another agent started before the application are found by now. */
    private Target answering(Identity identity, String census) {
        Report report = new Report(options, identity, atStart, since, installation, libraries, recorder,
                atStart ? Census.virtual() : census, door);
        var own = new ApplicationCommands();
        commands = own;
        var source = new RecordedSource(recorder, () -> report.of(server, listener, deaf), this::leaveSoon, own);
        consoles = new Consoles(options.console(), instrumentation, inside, new SourceTarget(source));
        return consoles.door();
    }

    private void hangUp() {
        Server open = server;
        if (open != null) {
            open.close();
        }
    }

    private void leaveSoon() {
        new OwnThread(this::leave, "leave").start();
    }

    /** What the application's own calls have done. */
    private final class Host implements Door.Host {

        @Override
        public List<String> settle(Map<String, String> asked) {
            try {
                served.await(PATIENCE_SECONDS, TimeUnit.SECONDS); // an agent that came at start may be about to listen
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return settled(new LinkedHashMap<>(asked));
        }

        @Override
        public CountDownLatch leave() {
            leaveSoon();
            return gone;
        }
    }

    /** Takes what can be taken of options that come after the start; returns what can't, a sentence each. */
    private List<String> settled(Map<String, String> asked) {
        List<String> problems = new ArrayList<>();
        Stream.of(naming.settle(asked), listened(asked)).filter(Objects::nonNull).forEach(problems::add);
        asked.forEach((key, value) -> problems.add(key + "=" + value
                + " is not taken, because it is said when the agent comes"));
        return problems;
    }

    private synchronized String listened(Map<String, String> asked) {
        String wanted = asked.get("listen");
        try {
            Listen where = Options.listen(asked);
            if (where == null || left || listener != null && listener.address().equals(where.at().toString())) {
                return null;
            } else if (listener != null) {
                return "listen=" + wanted + " is not taken, because the process listens at " + listener.address();
            }
            listener = server.listen(where);
            return null;
        } catch (Refusal e) {
            return "not listening by TCP: " + e.line();
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Takes everything out: hooks, threads, socket; fields that were added at load time stay. */
    private synchronized void leave() {
        if (left) {
            return;
        }
        left = true;
        try {
            door.close();
            ApplicationCommands asked = commands;
            if (asked != null) {
                asked.close();
            }
            Harvest.finish();
            libraries.remove();
            installation.remove();
            if (!fields.inUse()) {
                instrumentation.removeTransformer(fields);
            }
            recorder.close();
            Consoles opened = consoles;
            if (opened != null) {
                opened.close();
            }
            hangUp();
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            return; // the JVM is going down anyway
        } finally {
            System.setProperty(Start.STATE, "off " + Version.current());
            closeJar();
            gone.countDown();
        }
    }

    private void closeJar() {
        try {
            if (!fields.inUse()) {
                inside.close();
            }
        } catch (IOException e) {
            System.err.println("clew: can't close its jar: " + e);
        }
    }
}
