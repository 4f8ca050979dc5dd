// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import dev.clew.monitor.Target;
import dev.clew.monitor.line.Carrier;
import dev.clew.monitor.line.Dialogue;
import dev.clew.monitor.line.Event;
import dev.clew.monitor.line.LineMode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Asks whoever comes by TCP for the token, and finds out how it speaks.
 *
 * <p>Who sends the token unasked is a program: lines of JSON if it begins with a brace, else a script. Who waits to be
 * asked is a person.
 *
 * <p><b>Threads</b>: one for each client.
 */
final class Entrance {

    private static final int LONGEST_LINE = 1 << 14;
    private static final int TRIES = 3;
    private static final Pattern HTTP = Pattern.compile("[A-Z]{3,10} \\S+ HTTP/[0-9.]+");

    private final Token token;
    private final Role role;
    private final Supplier<Greeting> greeting;
    private final Target target;
    private final AuditLog audit;
    private final Limits limits;
    private long wrong;
    private String lastWrong;

    /**
     * How long things may take.
     *
     * @param unasked within which a program sends its token
     * @param entry within which anybody has to give it
     * @param penalty before the next word to who gave a wrong one
     * @param reading within which a client has to take something of what is sent
     */
    record Limits(Duration unasked, Duration entry, Duration penalty, Duration reading) {

        static final Limits USUAL = new Limits(Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }

    Entrance(Token token, Role role, Supplier<Greeting> greeting, Target target, AuditLog audit, Limits limits) {
        this.token = token;
        this.role = role;
        this.greeting = greeting;
        this.target = target;
        this.audit = audit;
        this.limits = limits;
    }

    /** Serves one client from its first word to its last. */
    void take(Connection connection, String from, Runnable admitted) throws IOException {
        Carrier carrier = connection.carrier(limits.reading());
        var client = new Dialogue(carrier, LONGEST_LINE, Clock.systemUTC());
        long deadline = System.nanoTime() + limits.entry().toNanos();
        String first = hear(client, deadline);
        if (first == null) {
            return;
        }
        try (Target guarded = new Guard(target.forClient(), role, "tcp/" + from, audit)) {
            if (first.startsWith("{")) {
                var session = new Session(connection, guarded, limits.reading());
                if (enters(first, session, carrier, from)) {
                    admitted.run();
                    session.run(greeting.get());
                }
            } else if (enters(first, client, carrier, from, deadline)) {
                admitted.run();
                new LineMode(guarded, greeting.get().pid(), client).run();
            }
        }
    }

    /** Returns the first line of a client, which is asked for it if it does not speak by itself; null if none comes. */
    private String hear(Dialogue client, long deadline) throws IOException {
        try {
            return line(client, limits.unasked());
        } catch (SocketTimeoutException e) {
            client.attend();
            return ask(client, deadline);
        }
    }

    /** Asks a person for the token; an empty line is no answer. */
    private String ask(Dialogue client, long deadline) throws IOException {
        try {
            String line = "";
            while (line != null && line.isEmpty()) {
                client.print("Token: ");
                line = line(client, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
            return line;
        } catch (SocketTimeoutException e) {
            client.print("\n");
            client.refuse(Refusal.absent("no token within " + limits.entry().toSeconds() + " s", "connect again"));
            return null;
        }
    }

    private static String line(Dialogue client, Duration patience) throws IOException {
        Event event = client.next(patience);
        while (event instanceof Event.Mark) {
            event = client.next(patience);
        }
        if (event instanceof Event.TooLong) {
            client.refuse(Refusal.usage("the line is too long for a token", "connect again"));
        }
        return event instanceof Event.Line line ? line.text().strip() : event instanceof Event.Interrupt ? "" : null;
    }

    /** Lets a program in, or tells it in its own language why not. */
    private boolean enters(String line, Session session, Carrier carrier, String from) throws IOException {
        try {
            String given = Json.read(Message.Entry.class, line).token();
            if (given == null || given.isEmpty()) {
                session.refuse(Refusal.absent("this target asks for a token",
                        "give it with --token-file FILE or in CLEW_TOKEN"));
            } else if (token.matches(given)) {
                return true;
            } else {
                punish(carrier, from);
                session.refuse(wrongToken());
            }
        } catch (MalformedJson e) {
            session.refuse(Refusal.usage(e.getMessage(), "the first line is {\"token\":\"...\"}"));
        }
        return false;
    }

    /** Lets a script or a person in; a person may try again. */
    private boolean enters(String first, Dialogue client, Carrier carrier, String from, long deadline)
            throws IOException {
        String given = first;
        for (int tries = 1; given != null; tries++) {
            if (HTTP.matcher(given).matches()) {
                client.refuse(Refusal.usage("this is no web server", "clew, telnet and nc may connect here"));
                return false;
            }
            if (token.matches(given)) {
                return true;
            }
            punish(carrier, from);
            client.refuse(wrongToken());
            if (!client.person() || tries == TRIES) {
                return false;
            }
            given = ask(client, deadline);
        }
        return false;
    }

    private static Refusal wrongToken() {
        return Refusal.absent("wrong token", "clew status, on the target's machine, says which file has it");
    }

    private void punish(Carrier carrier, String from) throws IOException {
        synchronized (this) {
            wrong++;
            lastWrong = "from " + from + " at " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
        carrier.idle(limits.penalty());
    }

    /** Returns in words how many wrong tokens were given, and where the last one came from; null if none was. */
    synchronized String turnedAway() {
        return wrong == 0 ? null : wrong + (wrong == 1 ? " wrong token was" : " wrong tokens were")
                + " given, the last one " + lastWrong;
    }

    /** Says a line to a client that can't stay, in whatever language it may speak. */
    void refuse(Connection connection, Refusal refusal) throws IOException {
        connection.carrier(limits.reading()).write(("clew: " + refusal.line() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
