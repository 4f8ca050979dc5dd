// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What statements print, until it is fetched; bounded, and never waited for.
 *
 * <p><b>Threads</b>: any may print and fetch. <b>Cost</b>: {@value #MOST} characters at most.
 */
final class Transcript {

    private static final int MOST = 1 << 18;

    private final Runnable news;
    private final StringBuilder text = new StringBuilder();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer open = ByteBuffer.allocate(8);
    private long dropped;

    /** Makes one that calls {@code news} when something was printed. */
    Transcript(Runnable news) {
        this.news = news;
    }

    PrintStream stream() {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                append(bytes, from, length);
                news.run();
            }
        }, true, StandardCharsets.UTF_8);
    }

    private synchronized void append(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.allocate(open.position() + length);
        in.put(open.flip()).put(bytes, from, length).flip();
        open.clear();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.reset().decode(in, out, false);
        if (in.remaining() <= open.remaining()) {
            open.put(in);
        }
        out.flip();
        int room = Math.max(0, Math.min(out.remaining(), MOST - text.length()));
        text.append(out, 0, room);
        dropped += out.remaining() - room;
    }

    /** Takes the oldest characters out, so many at most. */
    synchronized String take(int most) {
        int end = Math.min(most, text.length());
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String taken = text.substring(0, end);
        text.delete(0, end);
        return taken;
    }

    synchronized boolean isEmpty() {
        return text.length() == 0;
    }

    /** Returns how many characters were dropped since this was last asked. */
    synchronized long takeDropped() {
        long count = dropped;
        dropped = 0;
        return count;
    }
}
