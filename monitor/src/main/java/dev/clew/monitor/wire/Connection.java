// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.line.Carrier;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One end of a socket, read and written by lines, each with a limit of time.
 *
 * <p><b>Threads</b>: one reads and writes; any may {@link #wake}, {@link #nudge} or close.
 */
final class Connection implements Closeable {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 14).flip();
    /** What has come of a line so far: a read that gave up goes on with it. */
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private volatile boolean woken;
    private volatile boolean nudged;

    Connection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    /**
     * Returns the next line without its line feed, or null at the end or after {@link #wake}.
     *
     * @param longest how many bytes a line may have
     * @param patience how long nothing may come; zero for ever
     * @throws LineTooLong if it has more
     */
    byte[] line(int longest, Duration patience) throws IOException {
        while (!woken) {
            if (take(begun, longest)) {
                byte[] line = begun.toByteArray();
                begun = new ByteArrayOutputStream();
                return line;
            }
            in.clear();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                return null;
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, patience);
            }
        }
        return null;
    }

    /** Moves what was read to a line, up to its line feed, and returns whether that was there. */
    private boolean take(ByteArrayOutputStream line, int longest) throws LineTooLong {
        int end = in.position();
        while (end < in.limit() && in.get(end) != '\n') {
            end++;
        }
        int length = end - in.position();
        if (line.size() + length > longest) {
            throw new LineTooLong(longest);
        }
        line.write(in.array(), in.position(), length);
        boolean whole = end < in.limit();
        in.position(whole ? end + 1 : end);
        return whole;
    }

    /** Returns a stream whose writing gives up when the other end takes nothing for so long. */
    OutputStream out(Duration patience) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ByteBuffer out = ByteBuffer.wrap(bytes, from, length);
                while (out.hasRemaining()) {
                    if (channel.write(out) == 0) {
                        await(SelectionKey.OP_WRITE, patience);
                    }
                }
            }
        };
    }

    /** Returns this end as what carries a conversation; writing gives up when nothing is taken for so long. */
    Carrier carrier(Duration patience) {
        OutputStream out = out(patience);
        return new Carrier() {
            @Override
            public ByteBuffer read(Duration limit) throws IOException {
                return some(limit);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                out.write(bytes, 0, bytes.length);
            }

            @Override
            public boolean idle(Duration time) throws IOException {
                try {
                    await(0, time);
                    return true;
                } catch (SocketTimeoutException e) {
                    return woken;
                }
            }
        };
    }

    private ByteBuffer some(Duration patience) throws IOException {
        while (!in.hasRemaining() && !woken) {
            in.clear();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                break;
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, patience);
            }
        }
        return in;
    }

    /**
     * Says that nothing more will be sent, and lets what the other end still sends come in for a moment: an end that is
     * closed with something unread makes the other one lose what was sent to it.
     */
    void finish(Duration patience) throws IOException {
        channel.shutdownOutput();
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!woken && System.nanoTime() < deadline && some(patience).hasRemaining()) {
                in.position(in.limit());
            }
        } catch (SocketTimeoutException e) {
            // It goes on sending to who does not listen any more.
        }
    }

    /** Has a wait for the next line give up now, as if its time were over. */
    void nudge() {
        nudged = true;
        selector.wakeup();
    }

    /** Ends a wait for the next line; a line that is being written is not cut. */
    void wake() {
        woken = true;
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private void await(int operation, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        key.interestOps(operation);
        while (selector.select(ready -> { }, remaining(deadline, patience)) == 0) {
            if (woken && operation != SelectionKey.OP_WRITE) {
                return;
            }
            if (nudged && operation == SelectionKey.OP_READ) {
                nudged = false;
                throw new SocketTimeoutException("nudged");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            if (!patience.isZero() && System.nanoTime() - deadline >= 0) {
                throw new SocketTimeoutException("nothing for " + patience.toMillis() + " ms");
            }
        }
    }

    private static long remaining(long deadline, Duration patience) {
        return patience.isZero() ? 0 : Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }

    /** A line has more bytes than it may. */
    static final class LineTooLong extends IOException {

        LineTooLong(int longest) {
            super("a line has more than " + longest + " bytes");
        }
    }
}
