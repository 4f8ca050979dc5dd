// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The end of the wire for clients that come by TCP: each gives the token first, then speaks lines of JSON or of words.
 *
 * <p><b>Threads</b>: opened and closed by any; one accepts, and each client has one of its own.
 */
public final class Listener implements AutoCloseable {

    private static final int MOST_CLIENTS = 16;
    private static final int MOST_STRANGERS = 8;
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final ServerSocketChannel channel;
    private final TokenFile tokenFile;
    private final Role role;
    private final Entrance entrance;
    private final Clients clients;
    private final Deque<Connection> strangers = new ConcurrentLinkedDeque<>();

    private Listener(ServerSocketChannel channel, TokenFile tokenFile, Role role, Entrance entrance, Clients clients) {
        this.channel = channel;
        this.tokenFile = tokenFile;
        this.role = role;
        this.entrance = entrance;
        this.clients = clients;
    }

    static Listener open(Listen where, TokenFile tokenFile, Entrance entrance, Clients clients) throws Refusal {
        var listener = new Listener(bind(where), tokenFile, where.role(), entrance, clients);
        clients.accept(listener.channel, listener::welcome);
        return listener;
    }

    private static ServerSocketChannel bind(Listen where) throws Refusal {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(where.at().resolved());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            throw Refusal.absent("can't listen at " + where.at() + " (" + SocketDirectory.brief(e) + ")",
                    "choose another port, or port 0 for any that is free");
        }
    }

    /** Returns where it listens, for example {@code 127.0.0.1:20101}. */
    public String address() {
        try {
            return Address.Remote.of((InetSocketAddress) channel.getLocalAddress()).toString();
        } catch (IOException e) {
            return "nowhere any more";
        }
    }

    /** Returns the file that holds the token. */
    public Path tokenFile() {
        return tokenFile.path();
    }

    /** Returns what whoever has the token is allowed. */
    public Role role() {
        return role;
    }

    /** Returns in words how many were turned away, and where the last one came from; null if none was. */
    public String turnedAway() {
        return entrance.turnedAway();
    }

    private void welcome(SocketChannel client) throws IOException {
        try {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            // A telnet's Ctrl-C comes with a byte out of band, which must stay where it stands.
            client.socket().setOOBInline(true);
            var from = Address.Remote.of((InetSocketAddress) client.getRemoteAddress());
            var connection = new Connection(client);
            if (clients.size() >= MOST_CLIENTS + MOST_STRANGERS) {
                connection.close();
            } else if (clients.size() >= MOST_CLIENTS) {
                clients.serve(connection, () -> turnAway(connection));
            } else {
                admit(connection, from.toString());
            }
        } catch (IOException | RuntimeException | Error e) {
            client.close();
            throw e;
        }
    }

    private void turnAway(Connection connection) throws IOException {
        entrance.refuse(connection, Refusal.absent(MOST_CLIENTS + " clients are connected already",
                "close one of them, or ask over the target's own socket"));
        connection.finish(LINGER);
    }

    /** Lets a client give its token; where many have not, the one that has had most time makes way. */
    private void admit(Connection connection, String from) throws IOException {
        strangers.add(connection);
        Connection oldest = strangers.size() > MOST_STRANGERS ? strangers.poll() : null;
        if (oldest != null) {
            oldest.close();
        }
        clients.serve(connection, () -> {
            try {
                entrance.take(connection, from, () -> strangers.remove(connection));
                connection.finish(LINGER);
            } finally {
                strangers.remove(connection);
            }
        });
    }

    /** Stops listening, sends everybody away, and removes the token that was made. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nobody can connect to it either way.
        }
        clients.close();
        tokenFile.close();
    }
}
