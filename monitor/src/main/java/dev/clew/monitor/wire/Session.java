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

    private static final String REPORT = "ask again, and report it if it stays";

    private final Connection connection;
    private final Target target;
    private final AuditLog audit;
    private final String user;
    private final OutputStream out;

    Session(Connection connection, Target target, AuditLog audit, String user, Duration patience) {
        this.connection = connection;
        this.target = target;
        this.audit = audit;
        this.user = user;
        this.out = new BufferedOutputStream(connection.out(patience), 1 << 14);
    }

    void run(Greeting greeting) throws IOException {
        send(greeting);
        try {
            for (byte[] line = next(); line != null; line = next()) {
                if (line.length > 0) {
                    send((Record) reply(line));
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

    private Message reply(byte[] line) {
        long id = 0;
        try {
            Message.Request request = Json.read(Message.Request.class, line);
            id = request.id();
            return Message.Answered.of(id, answer(request.with()));
        } catch (MalformedJson e) {
            return Message.Refused.of(id, Refusal.usage(e.getMessage(), "a request is {\"id\":1,\"ask\":\"ps\"}"));
        } catch (Refusal e) {
            return Message.Refused.of(id, e);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return Message.Refused.of(id, Refusal.absent("Clew failed inside the target (" + e + ")", REPORT));
        }
    }

    private Answer answer(Question question) throws Refusal {
        if (question == null) {
            throw Refusal.usage("nothing is asked", "a request is {\"id\":1,\"ask\":\"ps\"}");
        }
        if (question.acts()) {
            note(question);
        }
        return target.ask(question);
    }

    private void note(Question act) throws Refusal {
        try {
            audit.append(user, act);
        } catch (IOException e) {
            // Leaving is always possible; nothing else happens unwritten.
            if (!(act instanceof Question.Detach)) {
                throw Refusal.absent("the audit log can't be written (" + SocketDirectory.brief(e) + ")",
                        "make room in the socket directory, or detach");
            }
        }
    }

    private void send(Record message) throws IOException {
        Json.write(message, out);
        out.write('\n');
        out.flush();
    }
}
