// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.answer.Answer;
import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The far door: asks a target over its socket.
 *
 * <p><b>Threads</b>: any; one question at a time.
 */
public final class RemoteTarget implements Target {

    private static final String HANG =
            "see with \"jcmd PID Thread.print\" or \"ps -o stat= -p PID\" whether it is stopped or in a long pause";

    private final Path socket;
    private final Connection connection;
    private final Duration patience;
    private final Greeting greeting;
    private long last;
    private volatile boolean broken;
    private volatile boolean silent;

    private RemoteTarget(Path socket, Connection connection, Duration patience) throws Refusal {
        this.socket = socket;
        this.connection = connection;
        this.patience = patience;
        this.greeting = greet();
    }

    /**
     * Connects to a target.
     *
     * @throws Refusal if nobody answers there, or somebody who speaks another version of the protocol
     */
    public static RemoteTarget connect(Path socket) throws Refusal {
        return connect(socket, Duration.ofSeconds(10));
    }

    /** Connects to a target, and gives up when nothing comes from it for so long. */
    public static RemoteTarget connect(Path socket, Duration patience) throws Refusal {
        if (!Files.exists(socket)) {
            throw Refusal.absent("no socket " + socket, "clew list shows what is watched");
        }
        try {
            var connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
            try {
                return new RemoteTarget(socket, connection, patience);
            } catch (Refusal e) {
                connection.close();
                throw e;
            }
        } catch (SocketException e) {
            throw Refusal.absent("nobody listens at " + socket + " any more", "clew list removes such sockets");
        } catch (IOException | UnsupportedOperationException e) {
            throw Refusal.absent("can't connect to " + socket + " (" + SocketDirectory.brief(e) + ")",
                    "clew list shows what is watched");
        }
    }

    /** Returns who answers. */
    public Greeting greeting() {
        return greeting;
    }

    /** Returns whether no further question can be asked by this connection. */
    public boolean broken() {
        return broken;
    }

    /** Returns whether it is broken because nobody waited any longer, so that the target may still be there. */
    public boolean silent() {
        return silent;
    }

    private Greeting greet() throws Refusal {
        byte[] line = receive(patience);
        try {
            Message.Reply refused = Json.read(Message.Reply.class, line);
            if (refused.refusal() != null) {
                throw refused.refusal().refusal();
            }
            Greeting greeting = Json.read(Greeting.class, line);
            if (greeting.protocol() == 0) {
                throw stranger();
            }
            if (greeting.protocol() != Greeting.PROTOCOL) {
                throw Refusal.absent("process " + greeting.pid() + " is watched by Clew " + greeting.clew()
                        + ", which speaks version " + greeting.protocol() + " of the protocol instead of "
                        + Greeting.PROTOCOL, "use that Clew, or detach with it and attach again");
            }
            return greeting;
        } catch (MalformedJson e) {
            throw stranger();
        }
    }

    private Refusal stranger() {
        return Refusal.absent("what listens at " + socket + " is not Clew", "clew list shows what is watched");
    }

    @Override
    public synchronized Answer ask(Question question) throws Refusal {
        if (broken) {
            throw Refusal.absent("the connection to process " + greeting.pid() + " is closed", "connect again");
        }
        check(question);
        long id = ++last;
        send(Message.Request.of(id, question));
        Duration wait = question instanceof Question.Cancel cancel
                ? patience.plusMillis(cancel.waitMillis()) : patience;
        try {
            Message.Reply reply = Json.read(Message.Reply.class, receive(wait));
            if (reply.refusal() != null) {
                throw reply.refusal().refusal();
            }
            if (reply.id() != id || reply.answer() == null) {
                throw broken("process " + greeting.pid() + " answered something else than was asked");
            }
            return reply.answer();
        } catch (MalformedJson e) {
            throw broken("the answer of process " + greeting.pid() + " can't be read, " + e.getMessage());
        }
    }

    /** Refuses what an older target would misunderstand: it ignores fields that it does not know. */
    private void check(Question question) throws Refusal {
        for (String need : question.needs()) {
            if (!greeting.abilities().contains(need)) {
                throw Refusal.absent("process " + greeting.pid() + " is watched by Clew " + greeting.clew()
                        + ", which knows no " + (need.equals(Question.FILTER) ? "filters with fields" : need + "s"),
                        "ask without, or detach with it and attach again with this one");
            }
        }
    }

    private void send(Record request) throws Refusal {
        OutputStream out = new BufferedOutputStream(connection.out(patience));
        try {
            Json.write(request, out);
            out.write('\n');
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw broken("process " + greeting.pid() + " has gone");
        }
    }

    private byte[] receive(Duration wait) throws Refusal {
        try {
            byte[] line = connection.line(Message.LONGEST_REPLY, wait);
            if (line == null) {
                throw broken("the target at " + socket + " has closed the connection");
            }
            return line;
        } catch (SocketTimeoutException e) {
            broken = true;
            silent = true;
            throw Refusal.absent("the target at " + socket + " does not answer within " + wait.toSeconds() + " s",
                    HANG.replace("PID", socket.getFileName().toString().replace(".sock", "")));
        } catch (InterruptedIOException e) {
            broken = true;
            silent = true;
            throw Refusal.absent("stopped before the answer came", "ask again");
        } catch (IOException e) {
            throw broken("the target at " + socket + " has gone (" + SocketDirectory.brief(e) + ")");
        }
    }

    private Refusal broken(String message) {
        broken = true;
        return Refusal.absent(message, "clew list shows what is watched");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
