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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One attachment of Clew to this JVM, from entering to leaving.
 *
 * <p><b>Threads</b>: entered by {@link Start}; left by a thread of its own, because the one that asks is among those
 * that end. <b>Cost</b>: the classes of this loader, the hooks, and the recorder's thread; nothing after leaving.
 */
public final class Agent {

    private static final long PATIENCE_SECONDS = 5;

    private final Instrumentation instrumentation;
    private final InsideLoader inside;
    private final Thread goodbye = new OwnThread(this::hangUp, "goodbye");
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
    private final ApplicationCommands commands = new ApplicationCommands();
    private volatile Consoles consoles;
    private volatile Server server;
    private volatile Listener listener;
    private volatile boolean left;

    private Agent(Instrumentation instrumentation, InsideLoader inside, Options options, boolean atStart) {
        this.instrumentation = instrumentation;
        this.inside = inside;
        this.options = options;
        this.atStart = atStart;
        this.naming = new Naming(options.name());
    }

    /** Enters this JVM; called by name. */
    public static void start(String arguments, Instrumentation instrumentation, boolean atStart) throws Exception {
        Agent agent = new Agent(instrumentation, (InsideLoader) Agent.class.getClassLoader(), Options.parse(arguments),
                atStart);
        agent.enter();
    }

    private void enter() throws Exception {
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
            new OwnThread(this::serveQuietly, "start").start();
        } else {
            serve();
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
        String census = Census.take();
        recorder.start();
        door.find(instrumentation);
        Report report = new Report(options, naming, atStart, since, installation, libraries, recorder,
                census, door);
        Path directory = options.directory() == null ? SocketDirectory.standard() : Path.of(options.directory());
        Path socket = directory.resolve(ProcessHandle.current().pid() + ".sock");
        RecordedSource source = new RecordedSource(recorder,
                () -> report.of(server == null ? null : socket.toString(), listener), this::leaveSoon, commands);
        consoles = new Consoles(options.console(), instrumentation, inside, new SourceTarget(source));
        try {
            server = Server.open(directory, report.greeting(), consoles.door(),
                    work -> new OwnThread(work, "client"));
        } catch (Refusal e) {
            if (!atStart) {
                leave();
            }
            throw e;
        }
        listen(report);
        naming.onChange(() -> server.greet(report.greeting()));
        served.countDown();
        System.setProperty(Start.STATE, "on " + Version.current() + " "
                + socket);
        try {
            Runtime.getRuntime().addShutdownHook(goodbye);
        } catch (IllegalStateException alreadyGoing) {
            hangUp(); // the application was quicker
            return;
        }
    }

    /** Listens by TCP if that is asked for; where it can't be, the socket is there all the same. */
    private void listen(Report report) {
        try {
            listener = options.listen() == null ? null : server.listen(options.listen());
        } catch (Refusal e) {
            report.deaf(e.line());
            System.err.println("clew: not listening by TCP: " + e.line());
        }
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
            commands.close();
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
