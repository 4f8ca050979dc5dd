// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import dev.clew.monitor.Target;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * The end of the wire inside a target: one thread that accepts, and one for each client.
 *
 * <p><b>Threads</b>: opened and closed by any; closing ends every thread that it started.
 */
public final class Server implements AutoCloseable {

    private static final int MOST_CLIENTS = 16;
    /** Ends the name of a socket that nobody may find before it answers. */
    private static final String UNBORN = ".new";
    private static final int MOST_AUDIT = 1 << 20;

    private final ServerSocketChannel channel;
    private final SocketDirectory directory;
    private final Path socket;
    private volatile Greeting greeting;
    private final Target target;
    private final AuditLog audit;
    private final Duration patience;
    private final ThreadFactory threads;
    private final Clients clients;
    private volatile Listener listener;
    /** Old audit logs are gone; the first client has it done, not a JVM that starts. */
    private boolean swept;

    private Server(ServerSocketChannel channel, SocketDirectory directory, Greeting greeting, Target target,
            ThreadFactory threads, Duration patience) {
        this.channel = channel;
        this.directory = directory;
        this.socket = directory.socket(greeting.pid());
        this.greeting = greeting;
        this.target = target;
        this.patience = patience;
        this.threads = threads;
        this.clients = new Clients(threads);
        this.audit = new AuditLog(directory.audit(greeting.pid()), MOST_AUDIT, Clock.systemUTC());
    }

    /**
     * Begins to listen.
     *
     * @param directory where the socket goes; made if it is not there
     * @param greeting what each client gets first
     * @param target who answers
     * @param threads makes the threads
     * @throws Refusal if it can't listen there
     */
    public static Server open(Path directory, Greeting greeting, Target target, ThreadFactory threads)
            throws Refusal {
        return open(directory, greeting, target, threads, Duration.ofSeconds(10));
    }

    /** Begins to listen, and drops a client that takes nothing for so long. */
    static Server open(Path directory, Greeting greeting, Target target, ThreadFactory threads, Duration patience)
            throws Refusal {
        SocketDirectory checked = SocketDirectory.open(directory);
        ServerSocketChannel channel = bind(checked.socket(greeting.pid()));
        var server = new Server(channel, checked, greeting, target, threads, patience);
        server.clients.accept(channel, server::welcome);
        return server;
    }

    private static ServerSocketChannel bind(Path socket) throws Refusal {
        LeftBehind.check(socket);
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Path unborn = socket.resolveSibling(socket.getFileName() + UNBORN);
            try {
                Files.deleteIfExists(unborn);
                channel.bind(UnixDomainSocketAddress.of(unborn));
                Files.setPosixFilePermissions(unborn, PosixFilePermissions.fromString("rw-------"));
                Files.move(unborn, socket, StandardCopyOption.ATOMIC_MOVE);
                socket.toFile().deleteOnExit();
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                Files.deleteIfExists(unborn);
                throw e;
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw Refusal.absent("can't listen at " + socket + " (" + SocketDirectory.brief(e) + ")",
                    "choose another directory with CLEW_DIR, or with the target's option dir");
        }
    }

    /** Greets with something else from now on. */
    public void greet(Greeting other) {
        greeting = other;
    }

    /** Returns where it listens. */
    public Path socket() {
        return socket;
    }

    /** Returns whether clients are told apart by their user, or by the directory's permissions alone. */
    public boolean checksPeers() {
        return Peer.known();
    }

    private void welcome(SocketChannel client) throws IOException {
        try {
            var connection = new Connection(client);
            String user = Peer.user(client);
            var guard = new Guard(target.forClient(), Role.EVAL, user, audit);
            var session = new Session(connection, guard, patience);
            if (!Peer.admits(user, socket)) {
                client.close();
            } else if (clients.size() >= MOST_CLIENTS) {
                session.refuse(Refusal.absent(MOST_CLIENTS + " clients are connected already", "close one of them"));
                connection.close();
            } else {
                clients.serve(connection, () -> {
                    try (guard) {
                        session.run(greeting);
                    }
                });
                sweep();
            }
        } catch (IOException | RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    private void sweep() {
        if (!swept) {
            swept = true;
            AuditLog.sweep(socket.getParent(), Clock.systemUTC());
        }
    }

    /**
     * Listens for TCP, too, until this server closes.
     *
     * @throws Refusal if it can't listen there, or if the file of the token holds none
     */
    public Listener listen(Listen where) throws Refusal {
        return listen(where, Entrance.Limits.USUAL);
    }

    Listener listen(Listen where, Entrance.Limits limits) throws Refusal {
        TokenFile file = TokenFile.of(where.tokenFile(), directory.token(greeting.pid()));
        try {
            var entrance = new Entrance(file.token(), where.role(), () -> greeting, target, audit, limits);
            listener = Listener.open(where, file, entrance, new Clients(threads));
            return listener;
        } catch (Refusal e) {
            file.close();
            throw e;
        }
    }

    /** Stops listening, lets replies that are under way finish for a moment, and removes the socket. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // A socket that is left behind is found out by whoever comes next.
        }
        clients.close();
        if (listener != null) {
            listener.close();
        }
    }
}
