// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What a target pushes over a connection of its own. */
final class RemoteFeed implements Feed {

    private static final String REMEDY = "clew list shows what is watched";

    private final Connection connection;
    private final Greeting greeting;
    private final OutputStream out;
    private final long everyMillis;
    private volatile Question wanted;
    private volatile boolean broken;
    private Question asked;
    private long id;
    private boolean answered = true;

    RemoteFeed(Connection connection, Greeting greeting, Duration every, Duration patience) {
        this.connection = connection;
        this.greeting = greeting;
        this.everyMillis = every.toMillis();
        this.out = new BufferedOutputStream(connection.out(patience));
    }

    @Override
    public void ask(Question question) {
        wanted = question;
        connection.nudge();
    }

    @Override
    public News next(Duration wait) throws Refusal {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            send();
            long left = deadline - System.nanoTime();
            byte[] line = line(Duration.ofNanos(Math.max(1_000_000, left)));
            News news = line == null ? null : read(line);
            if (news != null || line == null && deadline - System.nanoTime() <= 0) {
                return news;
            }
        }
    }

    private void send() throws Refusal {
        Question question = wanted;
        if (question == null || question == asked || !answered) {
            return;
        }
        try {
            asked = question;
            answered = false;
            Json.write(Message.Request.of(++id, question, everyMillis), out);
            out.write('\n');
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw gone();
        }
    }

    /** Returns the next line, or null if none came. */
    private byte[] line(Duration wait) throws Refusal {
        try {
            byte[] line = connection.line(Message.LONGEST_REPLY, wait);
            if (line == null) {
                throw gone();
            }
            return line;
        } catch (SocketTimeoutException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            throw gone();
        }
    }

    /** Returns what a line tells, or null if it tells of an earlier question. */
    private News read(byte[] line) throws Refusal {
        try {
            Message.Reply reply = Json.read(Message.Reply.class, line);
            if (reply.id() != id) {
                return null;
            }
            answered = true;
            if (reply.refusal() != null) {
                throw reply.refusal().refusal();
            }
            return reply.answer() == null ? null : new News(asked, reply.answer());
        } catch (MalformedJson e) {
            broken = true;
            throw Refusal.absent("what process " + greeting.pid() + " tells can't be read, " + e.getMessage(), REMEDY);
        }
    }

    private Refusal gone() {
        broken = true;
        return Refusal.absent("process " + greeting.pid() + " has gone", REMEDY);
    }

    @Override
    public boolean broken() {
        return broken;
    }

    @Override
    public void close() {
        broken = true;
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
