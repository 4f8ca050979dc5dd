// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Clients of a service, each with one connection and one request under way, as fast as the service answers. */
public final class Load {

    private static final int CONNECTIONS = 16;
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private Load() {}

    /**
     * Takes a port and two times in milliseconds; asks for the first one to warm the service up, says so, waits for a
     * line, asks for the second, and tells how many requests it were, in how many nanoseconds, and percentiles of the
     * answers in nanoseconds: 50, 99 and 99.9.
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        run(clients, port, Long.parseLong(arguments[1]));
        System.out.println("warm");
        System.in.read();
        long begun = System.nanoTime();
        long[] times = run(clients, port, Long.parseLong(arguments[2]));
        long took = System.nanoTime() - begun;
        Arrays.sort(times);
        System.out.printf("%d %d %d %d %d%n", times.length, took, times[times.length / 2],
                times[(int) (times.length * 0.99)], times[(int) (times.length * 0.999)]);
        clients.shutdown();
    }

    private static long[] run(ExecutorService clients, int port, long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        Callable<long[]> client = () -> ask(port, end);
        List<Future<long[]>> asked = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            asked.add(clients.submit(client));
        }
        LongStream all = LongStream.empty();
        for (Future<long[]> one : asked) {
            all = LongStream.concat(all, Arrays.stream(one.get()));
        }
        return all.toArray();
    }

    private static long[] ask(int port, long end) throws IOException {
        long[] times = new long[1_024];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (long begun = System.nanoTime(); begun < end; ) {
                out.write(REQUEST);
                answer(in);
                long now = System.nanoTime();
                times = count < times.length ? times : Arrays.copyOf(times, 2 * count);
                times[count++] = now - begun;
                begun = now;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static void answer(InputStream in) throws IOException {
        int length = 0;
        int matched = 0;
        for (int ends = 0; ends < 2; ) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException("the service closed a connection");
            }
            if (matched == LENGTH.length) {
                length = read == '\r' ? length : 10 * length + read - '0';
                matched = read == '\r' ? 0 : matched;
            } else {
                matched = Character.toLowerCase(read) == LENGTH[matched] ? matched + 1 : 0;
            }
            ends = read == '\n' ? ends + 1 : read == '\r' ? ends : 0;
        }
        in.skipNBytes(length);
    }
}
