// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A telnet client as those of the usual systems are where they are told to negotiate: offers what they offer, in their
 * order, sends lines that end with CR LF, and after a Ctrl-C shows nothing until its mark comes back.
 */
final class TelnetClient implements AutoCloseable {

    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    private static final int WONT = 252;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int TIMING_MARK = 6;
    private static final int WINDOW_SIZE = 31;
    private static final int[] OFFERS = {24, WINDOW_SIZE, 32, 33, 34, 39};
    private static final int[] WISHES = {3, 5};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int columns;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> heard = new ArrayList<>();
    private boolean flushing;

    /** Connects, with a window of so many columns. */
    TelnetClient(Door door, int columns) throws IOException {
        socket = new Socket(door.host(), door.port());
        socket.setSoTimeout(10_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        this.columns = columns;
        for (int offer : OFFERS) {
            send(IAC, WILL, offer);
        }
        for (int wish : WISHES) {
            send(IAC, DO, wish);
        }
    }

    void type(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends what the usual clients send for Ctrl-C: an interrupt, its mark out of band, and a wish for an answer. */
    void interrupt() throws IOException {
        flushing = true;
        send(IAC, 244, IAC);
        socket.sendUrgentData(242);
        send(IAC, DO, TIMING_MARK);
    }

    /** Reads until a text is shown, and returns what was shown since the last time. */
    String await(String text) throws IOException {
        while (!shown.toString(StandardCharsets.UTF_8).endsWith(text)) {
            assertThat(read()).as(() -> "the end, where \"" + text + "\" is awaited, after: " + shown).isTrue();
        }
        String before = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return before;
    }

    /** Returns whether a text is among what was shown since the last time. */
    boolean shows(String text) {
        try {
            while (in.available() > 0 && read()) {
                // until nothing more has come
            }
            return shown.toString(StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end, and returns what was shown since the last time. */
    String rest() throws IOException {
        boolean more = true;
        while (more) {
            more = read();
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** Returns what the server answered to the negotiation, as words. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private boolean read() throws IOException {
        int c = in.read();
        if (c == IAC) {
            answer(in.read(), in.read());
        } else if (c >= 0 && !flushing) {
            shown.write(c);
        }
        return c >= 0;
    }

    private void answer(int verb, int option) throws IOException {
        heard.add(switch (verb) {
            case DO -> "do ";
            case DONT -> "dont ";
            case WILL -> "will ";
            case WONT -> "wont ";
            default -> throw new AssertionError("no verb " + verb);
        } + option);
        if (verb == DO && option == WINDOW_SIZE) {
            send(IAC, SB, WINDOW_SIZE, columns >> 8, columns & 0xFF, 0, 24, IAC, SE);
        }
        if ((verb == WILL || verb == WONT) && option == TIMING_MARK) {
            flushing = false;
        }
    }

    private void send(int... bytes) throws IOException {
        for (int each : bytes) {
            out.write(each);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
