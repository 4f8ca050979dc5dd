// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The server's part of the telnet protocol, for clients that edit and show their lines themselves: tells lines from
 * commands, and refuses every option but the size of the window. Bytes without a command are a plain stream of lines.
 *
 * <p><b>Threads</b>: one.
 */
public final class Telnet {

    private static final int END_OF_FILE = 236;
    private static final int SUSPEND = 237;
    private static final int ABORT = 238;
    private static final int END = 240;
    private static final int BREAK = 243;
    private static final int INTERRUPT = 244;
    private static final int ARE_YOU_THERE = 246;
    private static final int ERASE_CHARACTER = 247;
    private static final int ERASE_LINE = 248;
    private static final int BEGIN = 250;
    private static final int WILL = 251;
    private static final int WONT = 252;
    private static final int DO = 253;
    private static final int DONT = 254;
    private static final int COMMAND = 255;

    private static final int TIMING_MARK = 6;
    private static final int WINDOW_SIZE = 31;

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;

    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream option = new ByteArrayOutputStream();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private State state = State.TEXT;
    private int verb;
    private boolean spoken;
    private boolean sized;

    private enum State { TEXT, RETURN, COMMAND, OPTION, PARAMETERS, PARAMETERS_COMMAND }

    /** Makes one that takes lines of at most so many bytes. */
    public Telnet(int longest) {
        this.longest = longest;
    }

    /** Returns whether the client has said anything that only telnet says. */
    public boolean spoken() {
        return spoken;
    }

    /** Returns what is to be sent to the client for what it said, and forgets it. */
    public byte[] replies() {
        byte[] bytes = replies.toByteArray();
        replies.reset();
        return bytes;
    }

    /** Takes bytes up to the next event, and returns it; null if there is none and all were taken. */
    public Event next(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            Event event = take(bytes.get() & 0xFF);
            if (event == null && (line.size() > longest || option.size() > longest)) {
                event = new Event.TooLong();
            }
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** Returns what is there of a line that the client has not ended; null if it is nothing. */
    public Event.Line rest() {
        return line.size() == 0 ? null : line();
    }

    private Event take(int c) {
        return switch (state) {
            case TEXT -> text(c);
            case RETURN -> {
                state = State.TEXT;
                yield c == '\n' || c == 0 ? null : text(c);
            }
            case COMMAND -> command(c);
            case OPTION -> {
                state = State.TEXT;
                yield negotiate(c);
            }
            case PARAMETERS -> {
                if (c == COMMAND) {
                    state = State.PARAMETERS_COMMAND;
                } else {
                    option.write(c);
                }
                yield null;
            }
            case PARAMETERS_COMMAND -> parameters(c);
        };
    }

    private Event text(int c) {
        switch (c) {
            case COMMAND -> state = State.COMMAND;
            case '\r' -> {
                state = State.RETURN;
                return line();
            }
            case '\n' -> {
                return line();
            }
            case CTRL_C -> {
                return interrupt();
            }
            case CTRL_D -> {
                return line.size() == 0 ? new Event.End() : null;
            }
            case 0 -> { }
            default -> line.write(c);
        }
        return null;
    }

    private Event.Line line() {
        var ended = new Event.Line(line.toString(StandardCharsets.UTF_8));
        line.reset();
        return ended;
    }

    private Event interrupt() {
        line.reset();
        return new Event.Interrupt();
    }

    private Event command(int c) {
        state = State.TEXT;
        spoken |= c != COMMAND;
        switch (c) {
            case COMMAND -> line.write(c);
            case WILL, WONT, DO, DONT -> {
                verb = c;
                state = State.OPTION;
            }
            case BEGIN -> {
                option.reset();
                state = State.PARAMETERS;
            }
            case INTERRUPT, BREAK, ABORT, SUSPEND -> {
                return interrupt();
            }
            case END_OF_FILE -> {
                return new Event.End();
            }
            case ARE_YOU_THERE -> replies.writeBytes("\r\n[yes]\r\n".getBytes(StandardCharsets.US_ASCII));
            case ERASE_CHARACTER -> eraseCharacter();
            case ERASE_LINE -> line.reset();
            default -> { } // no-operation, data mark, go-ahead: nothing to do
        }
        return null;
    }

    private void eraseCharacter() {
        byte[] bytes = line.toByteArray();
        int end = bytes.length;
        do {
            end--;
        } while (end > 0 && (bytes[end] & 0xC0) == 0x80);
        line.reset();
        line.write(bytes, 0, Math.max(0, end));
    }

    /** Refuses what the client offers or asks for; a refusal or an end of what was never begun needs no answer. */
    private Event negotiate(int which) {
        if (verb == DO && which == TIMING_MARK) {
            reply(WILL, TIMING_MARK);
            return new Event.Mark();
        }
        if (verb == DO) {
            reply(WONT, which);
        } else if (verb == WILL && which == WINDOW_SIZE) {
            if (!sized) {
                reply(DO, WINDOW_SIZE);
            }
            sized = true;
        } else if (verb == WILL || verb == WONT && which == WINDOW_SIZE && sized) {
            sized &= which != WINDOW_SIZE;
            reply(DONT, which);
        }
        return null;
    }

    private void reply(int answer, int which) {
        replies.write(COMMAND);
        replies.write(answer);
        replies.write(which);
    }

    private Event parameters(int c) {
        if (c == COMMAND) {
            option.write(c);
            state = State.PARAMETERS;
            return null;
        }
        state = State.TEXT;
        byte[] said = option.toByteArray();
        option.reset();
        boolean size = c == END && said.length == 5 && said[0] == WINDOW_SIZE;
        return size ? new Event.Resize((said[1] & 0xFF) << 8 | said[2] & 0xFF) : null;
    }
}
