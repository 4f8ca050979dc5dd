// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What telnet clients send, byte by byte. */
class TelnetTest {

    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    private static final int WONT = 252;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;

    private static final int BINARY = 0;
    private static final int ECHO = 1;
    private static final int SUPPRESS_GO_AHEAD = 3;
    private static final int TIMING_MARK = 6;
    private static final int TERMINAL_TYPE = 24;
    private static final int WINDOW_SIZE = 31;
    private static final int LINEMODE = 34;

    private final Telnet telnet = new Telnet(100);

    @ParameterizedTest
    @ValueSource(strings = {"ps\n", "ps\r\n", "ps\r\u0000", "ps\r"})
    void everyEndEndsALine(String sent) {
        assertThat(take(sent)).containsExactly(line("ps"));
        assertThat(take("q\n")).containsExactly(line("q"));
    }

    @Test
    void emptyLinesAreLinesAndEndsAreNotCountedTwice() {
        assertThat(take("a\r\n\r\nb\n\nc\r\rd\r\u0000\n")).containsExactly(line("a"), line(""), line("b"), line(""),
                line("c"), line(""), line("d"), line(""));
    }

    @Test
    void aLineMayComeInPieces() {
        assertThat(take("wh")).isEmpty();
        assertThat(take("ere 12\r")).containsExactly(line("where 12"));
        assertThat(take("\nps")).isEmpty();
        assertThat(telnet.rest()).isEqualTo(line("ps"));
        assertThat(telnet.rest()).isNull();
    }

    @Test
    void whatIsSentBesideTheLineIsTakenOutOfIt() {
        assertThat(take("p", IAC, WILL, TERMINAL_TYPE, "s", IAC, 241, " -n", IAC, 249, " 3\n"))
                .containsExactly(line("ps -n 3"));
        assertThat(telnet.spoken()).isTrue();
    }

    @Test
    void everyOptionIsRefused() {
        take(IAC, WILL, TERMINAL_TYPE, IAC, WILL, LINEMODE, IAC, WILL, ECHO, IAC, WILL, BINARY, IAC, DO, ECHO, IAC, DO,
                SUPPRESS_GO_AHEAD, IAC, DO, BINARY, IAC, DO, 255);
        assertThat(telnet.replies()).isEqualTo(bytes(IAC, DONT, TERMINAL_TYPE, IAC, DONT, LINEMODE, IAC, DONT, ECHO, IAC,
                DONT, BINARY, IAC, WONT, ECHO, IAC, WONT, SUPPRESS_GO_AHEAD, IAC, WONT, BINARY, IAC, WONT, 255));
        assertThat(telnet.replies()).isEmpty();
    }

    @Test
    void aRefusalIsNotAnswered() {
        take(IAC, WONT, ECHO, IAC, DONT, SUPPRESS_GO_AHEAD, IAC, WONT, WINDOW_SIZE);
        assertThat(telnet.replies()).isEmpty();
    }

    @Test
    void theSizeOfTheWindowIsTakenWhereItIsOffered() {
        assertThat(take(IAC, WILL, WINDOW_SIZE, IAC, WILL, WINDOW_SIZE)).isEmpty();
        assertThat(telnet.replies()).isEqualTo(bytes(IAC, DO, WINDOW_SIZE));
        assertThat(take(IAC, SB, WINDOW_SIZE, 0, 132, 0, 50, IAC, SE)).containsExactly(new Event.Resize(132));
        assertThat(take(IAC, SB, WINDOW_SIZE, 1, 44, 0, 24, IAC, SE)).containsExactly(new Event.Resize(300));
        take(IAC, WONT, WINDOW_SIZE);
        assertThat(telnet.replies()).isEqualTo(bytes(IAC, DONT, WINDOW_SIZE));
        take(IAC, WILL, WINDOW_SIZE);
        assertThat(telnet.replies()).isEqualTo(bytes(IAC, DO, WINDOW_SIZE));
    }

    @Test
    void aWidthMayHoldTheByteThatBeginsACommand() {
        assertThat(take(IAC, SB, WINDOW_SIZE, 0, IAC, IAC, 0, 24, IAC, SE)).containsExactly(new Event.Resize(255));
    }

    @Test
    void parametersThatNobodyAskedForAreSkipped() {
        assertThat(take(IAC, SB, TERMINAL_TYPE, 0, "xterm\nps\n", IAC, SE, "q\n")).containsExactly(line("q"));
        assertThat(take(IAC, SB, WINDOW_SIZE, 0, 80, IAC, SE, "q\n")).containsExactly(line("q"));
        assertThat(take(IAC, SB, IAC, SE, "q\n")).containsExactly(line("q"));
    }

    @ParameterizedTest
    @ValueSource(ints = {244, 243, 238, 237})
    void anInterruptDropsTheLineThatWasBegun(int command) {
        assertThat(take("wher", IAC, command, "ps\n")).containsExactly(new Event.Interrupt(), line("ps"));
    }

    @Test
    void aBareControlCIsAnInterrupt() {
        assertThat(take("wher\u0003ps\n")).containsExactly(new Event.Interrupt(), line("ps"));
    }

    @Test
    void whoAsksForAMarkAfterAnInterruptGetsIt() {
        assertThat(take(IAC, 244, IAC, DO, TIMING_MARK)).containsExactly(new Event.Interrupt(), new Event.Mark());
        assertThat(telnet.replies()).isEqualTo(bytes(IAC, WILL, TIMING_MARK));
    }

    @Test
    void aDataMarkAfterAnInterruptIsNoText() {
        assertThat(take(IAC, 244, IAC, 242, "ps\n")).containsExactly(new Event.Interrupt(), line("ps"));
    }

    @Test
    void controlDOrTheEndOfAFileEndsIt() {
        assertThat(take("ps\n\u0004")).containsExactly(line("ps"), new Event.End());
        assertThat(take(IAC, 236)).containsExactly(new Event.End());
        assertThat(take("p\u0004s\n")).containsExactly(line("ps"));
    }

    @Test
    void charactersAndLinesAreErasedOnCommand() {
        assertThat(take("psé", IAC, 247, "\n")).containsExactly(line("ps"));
        assertThat(take(IAC, 247, "fly", IAC, 248, "ps\n")).containsExactly(line("ps"));
    }

    @Test
    void whoAsksWhetherSomebodyIsThereIsAnswered() {
        assertThat(take("p", IAC, 246, "s\n")).containsExactly(line("ps"));
        assertThat(new String(telnet.replies(), StandardCharsets.US_ASCII)).isEqualTo("\r\n[yes]\r\n");
    }

    @Test
    void twoOfTheByteThatBeginsACommandAreText() {
        assertThat(take("a", IAC, IAC, "b\n")).containsExactly(line("a\uFFFDb"));
        assertThat(telnet.spoken()).isFalse();
    }

    @Test
    void textIsUnicode() {
        assertThat(take("ps «café» 🧵\n")).containsExactly(line("ps «café» 🧵"));
        assertThat(telnet.spoken()).isFalse();
    }

    @Test
    void aLineThatIsTooLongIsToldAtOnce() {
        assertThat(take("x".repeat(100) + "\n")).containsExactly(line("x".repeat(100)));
        assertThat(take("x".repeat(101))).containsExactly(new Event.TooLong());
    }

    @Test
    void parametersThatNeverEndAreTooLong() {
        assertThat(take(IAC, SB, TERMINAL_TYPE, "x".repeat(100))).containsExactly(new Event.TooLong());
    }

    @Test
    void randomBytesInRandomPiecesMeanTheSame() {
        var random = new Random(42);
        int[] likely = {IAC, DO, DONT, WILL, WONT, SB, SE, WINDOW_SIZE, TIMING_MARK, '\r', '\n', 0, 3, 4, 244, 'p', 's'};
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : likely[random.nextInt(likely.length)]);
            }
            var whole = new Telnet(100);
            var pieces = new Telnet(100);
            var inPieces = new ArrayList<Event>();
            for (int at = 0; at < bytes.length;) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(5));
                inPieces.addAll(events(pieces, ByteBuffer.wrap(bytes, at, length)));
                at += length;
            }
            assertThat(inPieces).isEqualTo(events(whole, ByteBuffer.wrap(bytes)));
            assertThat(pieces.replies()).isEqualTo(whole.replies());
            assertThat(pieces.rest()).isEqualTo(whole.rest());
        }
    }

    private static Event.Line line(String text) {
        return new Event.Line(text);
    }

    private List<Event> take(Object... sent) {
        return events(telnet, ByteBuffer.wrap(bytes(sent)));
    }

    private static List<Event> events(Telnet telnet, ByteBuffer bytes) {
        var events = new ArrayList<Event>();
        for (Event event = telnet.next(bytes); event != null; event = telnet.next(bytes)) {
            events.add(event);
        }
        return events;
    }

    private static byte[] bytes(Object... sent) {
        var bytes = new ByteArrayOutputStream();
        for (Object part : sent) {
            if (part instanceof Integer value) {
                bytes.write(value);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
