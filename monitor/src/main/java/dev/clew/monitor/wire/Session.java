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
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One client of a server: greets, then answers one line after another, and pushes what it has subscribed to. */
final class Session {

    private static final String EXAMPLE = "a request is {\"id\":1,\"ask\":\"ps\"}";

    private final Connection connection;
    private final Target target;
    private final OutputStream out;
    private Subscription subscription;

    Session(Connection connection, Target target, Duration patience) {
        this.connection = connection;
        this.target = target;
        this.out = new BufferedOutputStream(connection.out(patience), 1 << 14);
    }

    void run(Greeting greeting) throws IOException {
        send(greeting);
        try {
            for (byte[] line = next(); line != null; line = next()) {
                Message reply = line.length == 0 ? null : reply(line);
                if (reply != null) {
                    send((Record) reply);
                }
            }
        } catch (Connection.LineTooLong e) {
            send(Message.Refused.of(0, Refusal.usage(e.getMessage(), "ask for less at once")));
        }
    }

    void refuse(Refusal refusal) throws IOException {
        send(Message.Refused.of(0, refusal));
    }

    /** Returns the next request; pushes what a subscription has to tell meanwhile. */
    private byte[] next() throws IOException {
        while (true) {
            try {
                Duration wait = subscription == null ? Duration.ZERO : subscription.rest();
                return connection.line(Message.LONGEST_REQUEST, wait);
            } catch (SocketTimeoutException e) {
                push();
            }
        }
    }

    private void push() throws IOException {
        Message news = news();
        if (news instanceof Message.Refused) {
            subscription = null;
        }
        if (news != null) {
            send((Record) news);
        }
    }

    private Message news() {
        try {
            return subscription.next();
        } catch (Refusal e) {
            return Message.Refused.of(subscription.id(), e);
        }
    }

    /**
     * Returns what is to be said to a line; null for a token, which nobody needs who has come this far. Whatever it is,
     * it ends what was subscribed to before.
     */
    private Message reply(byte[] line) {
        subscription = null;
        long id = 0;
        try {
            Message.Request request = Json.read(Message.Request.class, line);
            id = request.id();
            if (request.with() == null && request.token() != null) {
                return null;
            }
            return request.every() > 0 ? subscribe(request) : Message.Answered.of(id, answer(request.with()));
        } catch (MalformedJson e) {
            return Message.Refused.of(id, Refusal.usage(e.getMessage(), EXAMPLE));
        } catch (Refusal e) {
            return Message.Refused.of(id, e);
        }
    }

    private Message subscribe(Message.Request request) throws Refusal {
        // The last answer is kept to compare the next one with it: it must not be long.
        if (!(request.with() instanceof Question.Overview)) {
            throw Refusal.usage("only an overview is answered again", "leave \"every\" out");
        }
        var begun = new Subscription(request, target);
        Message first = begun.first();
        subscription = begun;
        return first;
    }

    private Answer answer(Question question) throws Refusal {
        if (question == null) {
            throw Refusal.usage("nothing is asked", EXAMPLE);
        }
        return target.ask(question);
    }

    private void send(Record message) throws IOException {
        Json.write(message, out);
        out.write('\n');
        out.flush();
    }
}
