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
import java.time.Duration;

/** One client of a server: greets, then answers one line after another. */
final class Session {

    private final Connection connection;
    private final Target target;
    private final OutputStream out;

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

    private byte[] next() throws IOException {
        return connection.line(Message.LONGEST_REQUEST, Duration.ZERO);
    }

    /** Returns what is to be said to a line; null for a token, which nobody needs who has come this far. */
    private Message reply(byte[] line) {
        long id = 0;
        try {
            Message.Request request = Json.read(Message.Request.class, line);
            id = request.id();
            if (request.with() == null && request.token() != null) {
                return null;
            }
            return Message.Answered.of(id, answer(request.with()));
        } catch (MalformedJson e) {
            return Message.Refused.of(id, Refusal.usage(e.getMessage(), "a request is {\"id\":1,\"ask\":\"ps\"}"));
        } catch (Refusal e) {
            return Message.Refused.of(id, e);
        }
    }

    private Answer answer(Question question) throws Refusal {
        if (question == null) {
            throw Refusal.usage("nothing is asked", "a request is {\"id\":1,\"ask\":\"ps\"}");
        }
        return target.ask(question);
    }

    private void send(Record message) throws IOException {
        Json.write(message, out);
        out.write('\n');
        out.flush();
    }
}
