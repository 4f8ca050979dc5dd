// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

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
import dev.clew.monitor.wire.Listener;
import dev.clew.monitor.wire.Server;
import dev.clew.monitor.wire.SocketDirectory;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * One attachment of Clew to this JVM, from entering to leaving.
 *
 * <p><b>Threads</b>: entered by {@link Start}; left by a thread of its own, because the one that asks is among those
 * that end. <b>Cost</b>: the classes of this loader, the hooks, and the recorder's thread; nothing after leaving.
 */
final class Agent {

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

    private record Door(Agent agent, Identity identity, String census) implements Supplier<Target> {
        @Override
        public Target get() {
            return agent.answering(identity, census);
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
        Identity identity = Identity.of(options);
        Path directory = options.directory() == null ? SocketDirectory.standard() : Path.of(options.directory());
        Path socket = directory.resolve(identity.pid() + ".sock");
        try {
            server = Server.open(directory, identity.greeting(), new FirstQuestion(new Door(this, identity, census)),
                    new Clients());
        } catch (Refusal e) {
            if (!atStart) {
                leave();
            }
            throw e;
        }
        listen();
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
                atStart ? Census.virtual() : census);
        return new SourceTarget(new RecordedSource(recorder, () -> report.of(server, listener, deaf),
                this::leaveSoon));
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

    /** Takes everything out: hooks, threads, socket; fields that were added at load time stay. */
    private synchronized void leave() {
        if (left) {
            return;
        }
        left = true;
        try {
            Harvest.finish();
            libraries.remove();
            installation.remove();
            if (!fields.inUse()) {
                instrumentation.removeTransformer(fields);
            }
            recorder.close();
            hangUp();
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            return; // the JVM is going down anyway
        } finally {
            System.setProperty(Start.STATE, "off " + Version.current());
            closeJar();
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
