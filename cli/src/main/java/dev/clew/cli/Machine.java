// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import dev.clew.monitor.wire.Address;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.LeftBehind;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.SocketDirectory;
import dev.clew.monitor.wire.Token;
import dev.clew.monitor.wire.User;
import dev.clew.terminal.Finder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This machine's JVMs, as far as this user may see them.
 *
 * @param directories where sockets are looked for
 */
public record Machine(List<Path> directories) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Returns the machine as it is: root looks after every user's directory. */
    static Machine real() {
        Path standard = SocketDirectory.standard();
        if (System.getenv("CLEW_DIR") != null || User.own() != User.ROOT) {
            return new Machine(List.of(standard));
        }
        try (Stream<Path> all = Files.list(Path.of("/tmp"))) {
            Stream<Path> others = all.filter(path -> path.getFileName().toString().matches("clew-[0-9]+"));
            return new Machine(Stream.concat(Stream.of(standard), others).distinct().toList());
        } catch (IOException e) {
            return new Machine(List.of(standard));
        }
    }

    /** Returns every JVM by its process id. */
    List<Jvm> jvms() {
        var jvms = new TreeMap<Long, Jvm>();
        LocalJvms.all().forEach(jvm -> jvms.put(jvm.pid(), jvm));
        sockets().forEach((pid, socket) -> jvms.put(pid, watched(pid, socket, jvms.get(pid))));
        return List.copyOf(jvms.values());
    }

    private static Jvm watched(long pid, Path socket, Jvm known) {
        try (RemoteTarget target = RemoteTarget.connect(socket, Duration.ofSeconds(2))) {
            Greeting greeting = target.greeting();
            return new Jvm(pid, greeting.name(), greeting.mainClass(), greeting.jdk(), "yes", greeting.clew(),
                    socket.toString(), door(target));
        } catch (Refusal e) {
            return known == null ? new Jvm(pid, "unknown", null, null, "silent", null, socket.toString(), null)
                    : new Jvm(pid, known.name(), known.mainClass(), known.jdk(), "silent", null, socket.toString(),
                            null);
        }
    }

    private static String door(RemoteTarget target) throws Refusal {
        StatusReport.Door door = Tokens.door(target);
        return door == null ? null : door.address();
    }

    /** Returns the sockets of living processes and removes those of dead ones. */
    TreeMap<Long, Path> sockets() {
        var sockets = new TreeMap<Long, Path>();
        for (SocketDirectory directory : usable()) {
            for (long pid : directory.pids()) {
                Path socket = directory.socket(pid);
                if (!LeftBehind.remove(socket)) {
                    sockets.put(pid, socket);
                }
            }
        }
        return sockets;
    }

    private List<SocketDirectory> usable() {
        var usable = new ArrayList<SocketDirectory>();
        for (Path path : directories) {
            try {
                usable.add(SocketDirectory.existing(path));
            } catch (Refusal e) {
                // A directory that is missing or that somebody else could have filled holds no target of ours.
            }
        }
        return usable;
    }

    /** Connects to the JVM that an invocation names, or to the only one that is watched. */
    RemoteTarget connect(Invocation invocation) throws Refusal {
        if (invocation.address() != null) {
            return connect(invocation, PATIENCE);
        }
        TreeMap<Long, Path> sockets = sockets();
        if (invocation.pid() != null) {
            return connect(invocation.pid(), sockets);
        }
        if (invocation.name() != null) {
            return named(invocation.name(), sockets);
        }
        if (sockets.isEmpty()) {
            throw Refusal.absent("no JVM is watched", "clew attach PID watches one; clew list shows them all");
        }
        if (sockets.size() > 1) {
            String choice = sockets.keySet().stream().map(pid -> "-p " + pid).collect(Collectors.joining(", "));
            throw Refusal.usage("several JVMs are watched", "choose one: " + choice);
        }
        return RemoteTarget.connect(sockets.firstEntry().getValue());
    }

    /** Connects to the only target of a name. */
    private static RemoteTarget named(String name, TreeMap<Long, Path> sockets) throws Refusal {
        var names = new TreeMap<Long, String>();
        for (var socket : sockets.entrySet()) {
            try (RemoteTarget target = RemoteTarget.connect(socket.getValue(), Duration.ofSeconds(2))) {
                names.put(socket.getKey(), target.greeting().name());
            } catch (Refusal e) {
                // What does not answer has no name that is known.
            }
        }
        List<Long> found = names.keySet().stream().filter(pid -> names.get(pid).equals(name)).toList();
        if (found.size() == 1) {
            return RemoteTarget.connect(sockets.get(found.get(0)));
        }
        throw found.isEmpty()
                ? Refusal.absent("no watched JVM is named \"" + name + "\"" + Suggestion.of(name, names.values()),
                        "clew list shows their names")
                : Refusal.usage("several watched JVMs are named " + name,
                        "choose one: " + found.stream().map(pid -> "-p " + pid).collect(Collectors.joining(", ")));
    }

    /** Connects again to a target that answered before: to its process, or to the one that has taken its place. */
    RemoteTarget again(Greeting last, Instant since, Duration patience) throws Refusal {
        TreeMap<Long, Path> sockets = sockets();
        if (sockets.containsKey(last.pid())) {
            return RemoteTarget.connect(sockets.get(last.pid()), patience);
        }
        var found = new ArrayList<RemoteTarget>();
        for (Path socket : sockets.values()) {
            successor(socket, last, since).ifPresent(found::add);
        }
        if (found.size() == 1) {
            RemoteTarget one = found.get(0);
            one.close();
            return RemoteTarget.connect(sockets.get(one.greeting().pid()), patience);
        }
        found.forEach(RemoteTarget::close);
        throw found.isEmpty()
                ? Refusal.absent("process " + last.pid() + " has gone, and no other is " + last.name() + " now",
                        "start it again, or leave with exit; clew list shows what is watched")
                : Refusal.absent("process " + last.pid() + " has gone, and several are " + last.name() + " now",
                        "leave with exit, and choose one with -p");
    }

    /** Returns a target of the same name that started later. */
    private static Optional<RemoteTarget> successor(Path socket, Greeting last, Instant since) {
        try {
            RemoteTarget target = RemoteTarget.connect(socket, Duration.ofSeconds(1));
            Greeting greeting = target.greeting();
            boolean later = ProcessHandle.of(greeting.pid()).flatMap(process -> process.info().startInstant())
                    .filter(start -> start.isAfter(since.minusSeconds(1))).isPresent();
            if (later && greeting.name().equals(last.name()) && greeting.mainClass().equals(last.mainClass())) {
                return Optional.of(target);
            }
            target.close();
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.empty(); // what does not answer has taken nobody's place
        }
    }

    private RemoteTarget connect(Invocation invocation, Duration patience) throws Refusal {
        Address address = Address.parse(invocation.address());
        Token token = new Tokens(() -> sockets().values()).of(address, invocation.tokenFile());
        return RemoteTarget.connect(address, token, patience);
    }

    /** Returns how a target of an invocation is found again: at the same address, or else by its process or name. */
    Finder finder(Invocation invocation) {
        return invocation.address() == null ? this::again : (last, since, patience) -> connect(invocation, patience);
    }

    private RemoteTarget connect(long pid, TreeMap<Long, Path> sockets) throws Refusal {
        if (sockets.containsKey(pid)) {
            return RemoteTarget.connect(sockets.get(pid));
        }
        for (Path path : directories) {
            if (Files.exists(path)) {
                SocketDirectory.existing(path);
            }
        }
        throw ProcessHandle.of(pid).isEmpty()
                ? Refusal.absent("no process " + pid, "clew list shows the JVMs")
                : Refusal.absent("process " + pid + " is not watched", "clew attach " + pid + " watches it");
    }
}
