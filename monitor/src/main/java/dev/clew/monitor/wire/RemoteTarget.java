// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.answer.Answer;
import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The far door: asks a target over its socket.
 *
 * <p><b>Threads</b>: any; one question at a time.
 */
public final class RemoteTarget implements Target {

    private static final String HANG =
            "see with \"jcmd PID Thread.print\" or \"ps -o stat= -p PID\" whether it is stopped or in a long pause";

    private final Address address;
    private final Connection connection;
    private final Duration patience;
    private final Greeting greeting;
    private long last;
    private volatile boolean broken;
    private volatile boolean silent;

    private RemoteTarget(Address address, Connection connection, String token, Duration patience) throws Refusal {
        this.address = address;
        this.connection = connection;
        this.patience = patience;
        this.greeting = greet(token);
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
        return open(new Address.Local(socket), null, patience);
    }

    /**
     * Connects to a target that may ask for a token.
     *
     * @param token lets in; null if there is none
     * @throws Refusal if nobody answers there, or somebody who does not let in
     */
    public static RemoteTarget connect(Address address, Token token, Duration patience) throws Refusal {
        return open(address, token == null ? "" : token.word(), patience);
    }

    private static RemoteTarget open(Address address, String token, Duration patience) throws Refusal {
        SocketChannel channel = address.connect(patience);
        try {
            var connection = new Connection(channel);
            try {
                return new RemoteTarget(address, connection, token, patience);
            } catch (Refusal e) {
                connection.close();
                throw e;
            }
        } catch (IOException e) {
            throw Refusal.absent("can't connect to " + address + " (" + SocketDirectory.brief(e) + ")", Address.REMEDY);
        }
    }

    /** Returns who answers. */
    public Greeting greeting() {
        return greeting;
    }

    /**
     * Makes a feed of this connection, which is for nothing else from then on.
     *
     * @param every how often something may come at most
     * @throws Refusal if the target tells nothing by itself
     */
    public Feed feed(Duration every) throws Refusal {
        check(List.of(Question.PUSH));
        return new RemoteFeed(connection, greeting, every, patience);
    }

    /** Returns whether no further question can be asked by this connection. */
    public boolean broken() {
        return broken;
    }

    /** Returns whether it is broken because nobody waited any longer, so that the target may still be there. */
    public boolean silent() {
        return silent;
    }

    /** Says the token, if any is to be said, and reads who answers. */
    private Greeting greet(String token) throws Refusal {
        if (token != null) {
            enter(token);
        }
        byte[] line = greeted(receive(patience));
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

    /** Returns a first line without what is asked of people before it. */
    private byte[] greeted(byte[] line) throws Refusal {
        String text = new String(line, StandardCharsets.UTF_8);
        int parted = text.lastIndexOf("; ");
        if (text.startsWith("clew: ") && parted > 0) {
            throw Refusal.absent(text.substring("clew: ".length(), parted), text.substring(parted + 2).strip());
        }
        return text.startsWith("Token: {") ? Arrays.copyOfRange(line, "Token: ".length(), line.length) : line;
    }

    private Refusal stranger() {
        return Refusal.absent("what listens at " + address + " is not Clew", "clew list shows what is watched");
    }

    @Override
    public synchronized Answer ask(Question question) throws Refusal {
        if (broken) {
            throw Refusal.absent("the connection to process " + greeting.pid() + " is closed", "connect again");
        }
        check(question.needs());
        long id = ++last;
        send(Message.Request.of(id, question));
        Duration wait = question instanceof Question.Cancel cancel
                ? patience.plusMillis(cancel.waitMillis())
                : question instanceof Question.Run ? patience.plus(Question.Run.LONGEST) : patience;
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

    @Override
    public boolean knows(String need) {
        return greeting.abilities().contains(need);
    }

    /** Refuses what an older target would misunderstand: it ignores fields that it does not know. */
    private void check(List<String> needs) throws Refusal {
        for (String need : needs) {
            if (!knows(need)) {
                throw Refusal.absent("process " + greeting.pid() + " is watched by Clew " + greeting.clew()
                        + ", which knows no " + (need.equals(Question.FILTER) ? "filters with fields"
                        : need.equals(Question.COMMAND) ? "commands of applications"
                        : need.equals(Question.PUSH) ? "answers that come by themselves" : need + "s"),
                        "ask without, or detach with it and attach again with this one");
            }
        }
    }

    private void enter(String token) {
        try {
            write(new Message.Entry(token));
        } catch (IOException | RuntimeException e) {
            // Who has closed already may have said why: that is read next.
        }
    }

    private void send(Record request) throws Refusal {
        try {
            write(request);
        } catch (IOException | RuntimeException e) {
            throw broken("process " + greeting.pid() + " has gone");
        }
    }

    private void write(Record message) throws IOException {
        OutputStream out = new BufferedOutputStream(connection.out(patience));
        Json.write(message, out);
        out.write('\n');
        out.flush();
    }

    private byte[] receive(Duration wait) throws Refusal {
        try {
            byte[] line = connection.line(Message.LONGEST_REPLY, wait);
            if (line == null) {
                throw broken("the target at " + address + " has closed the connection");
            }
            return line;
        } catch (SocketTimeoutException e) {
            broken = true;
            silent = true;
            throw Refusal.absent("the target at " + address + " does not answer within " + wait.toSeconds() + " s",
                    HANG.replace("PID", pid()));
        } catch (InterruptedIOException e) {
            broken = true;
            silent = true;
            throw Refusal.absent("stopped before the answer came", "ask again");
        } catch (IOException e) {
            throw broken("the target at " + address + " has gone (" + SocketDirectory.brief(e) + ")");
        }
    }

    /** Returns the target's process, as far as it is known before anything was heard of it. */
    private String pid() {
        if (greeting != null) {
            return Long.toString(greeting.pid());
        }
        return address instanceof Address.Local local ? local.socket().getFileName().toString().replace(".sock", "")
                : "PID";
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
