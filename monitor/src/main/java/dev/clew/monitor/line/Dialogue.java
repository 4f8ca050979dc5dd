// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.talk.Output;
import dev.clew.monitor.text.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;

/**
 * One client of the line mode: what it says, one event after another, and where its answers go.
 *
 * <p><b>Threads</b>: one.
 */
public final class Dialogue implements Output {

    private static final int PIECE = 8_192;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 1_000;
    private static final int AT_A_TERMINAL = 80;
    private static final int NO_TERMINAL = 160;

    private final Carrier carrier;
    private final Telnet telnet;
    private final Clock clock;
    private Alphabet alphabet = Alphabet.UTF_8;
    private Event unread;
    private boolean person;
    private int width;

    /**
     * Begins one.
     *
     * @param carrier carries what is said
     * @param longest how many bytes a line may have
     * @param clock says what time it is, for ages
     */
    public Dialogue(Carrier carrier, int longest, Clock clock) {
        this.carrier = carrier;
        this.telnet = new Telnet(longest);
        this.clock = clock;
    }

    /** Takes the client for somebody who looks and types, rather than for a script. */
    public void attend() {
        person = true;
    }

    @Override
    public boolean person() {
        return person;
    }

    /** Returns whether the client has said what only telnet says. */
    public boolean telnet() {
        return telnet.spoken();
    }

    /**
     * Returns what the client says next.
     *
     * @param patience how long nothing may come; zero for ever
     * @throws SocketTimeoutException if nothing came for so long
     */
    public Event next(Duration patience) throws IOException {
        if (unread != null) {
            Event event = unread;
            unread = null;
            return event;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            ByteBuffer bytes = carrier.read(patience.isZero() ? patience : left(deadline));
            if (!bytes.hasRemaining()) {
                Event.Line rest = telnet.rest();
                return rest == null ? new Event.End() : rest;
            }
            Event event = telnet.next(bytes);
            reply();
            if (event instanceof Event.Resize resize) {
                width(resize.columns());
            } else if (event != null) {
                return event;
            }
        }
    }

    /** Returns whether something was said already that is next. */
    boolean waiting() {
        return unread != null;
    }

    private static Duration left(long deadline) throws SocketTimeoutException {
        long nanos = deadline - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("nothing in time");
        }
        return Duration.ofNanos(Math.max(1_000_000, nanos));
    }

    private void reply() throws IOException {
        byte[] replies = telnet.replies();
        if (replies.length > 0) {
            carrier.write(replies);
        }
    }

    /** Lets so many columns be used; 0 if that is not known. */
    void width(int columns) {
        width = columns <= 0 ? 0 : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    void alphabet(Alphabet other) {
        alphabet = other;
    }

    @Override
    public Screen screen() {
        return new Screen(width > 0 ? width : person ? AT_A_TERMINAL : NO_TERMINAL, clock);
    }

    /** Sends a text, piece by piece, because the memory is the target's. */
    public void print(String text) throws IOException {
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = Math.min(text.length(), at + PIECE);
            if (Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length()) {
                end++;
            }
            carrier.write(bytes(text.substring(at, end)));
        }
    }

    /** Returns text as it is sent: a person's lines end as telnet wants it, a script's as files have it. */
    private byte[] bytes(String piece) {
        // Neither alphabet has the byte that begins a command of telnet, so none needs to be doubled.
        return alphabet.bytes(person || telnet.spoken() ? piece.replace("\n", "\r\n") : piece);
    }

    @Override
    public void answer(String text) {
        try {
            print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void part(String text) {
        answer(text);
    }

    @Override
    public void renew(String text) {
        answer("\n" + text);
    }

    /** Shows why there is no answer; a script gets one line of it. */
    @Override
    public void refuse(String text) {
        answer(person ? text : text.substring(0, text.indexOf('\n') + 1));
    }

    /** Shows why there is no answer. */
    public void refuse(Refusal refusal) {
        refuse(screen().refusal(refusal));
    }

    /** Waits for a time; whatever a person types ends it. A script's lines wait for their turn. */
    @Override
    public boolean stopped(Duration time) {
        try {
            return person ? interrupted(System.nanoTime() + time.toNanos()) : !time.isZero() && carrier.idle(time);
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean interrupted(long deadline) throws IOException {
        Event event = next(left(deadline));
        while (event instanceof Event.Mark) {
            event = next(left(deadline));
        }
        boolean said = event instanceof Event.Line line && !line.text().isBlank();
        if (event instanceof Event.Interrupt) {
            print("\n");
        }
        unread = said || event instanceof Event.End || event instanceof Event.TooLong ? event : null;
        return true;
    }
}
