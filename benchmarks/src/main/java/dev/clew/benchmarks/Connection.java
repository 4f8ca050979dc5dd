// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to the socket of a watched JVM, without the start of a second JVM. */
public final class Connection implements AutoCloseable {

    private static final int PATIENCE = 1_000;

    private final SocketChannel channel;
    private final BufferedReader in;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Connects to a process once it listens. */
    public static Connection to(Path directory, long pid) throws IOException {
        Path socket = directory.resolve(pid + ".sock");
        for (int i = 0; i < PATIENCE && !Files.exists(socket); i++) {
            pause();
        }
        Connection connection = new Connection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        connection.in.readLine();
        return connection;
    }

    /** Asks a question and returns the reply. */
    public String ask(String question, String with) throws IOException {
        String line = "{\"id\":1,\"ask\":\"" + question + "\",\"with\":" + with + "}\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        String reply = in.readLine();
        if (reply == null || reply.contains("\"refusal\"")) {
            throw new UncheckedIOException(new IOException(question + ": " + reply));
        }
        return reply;
    }

    /** Returns the first number with this key in a reply. */
    public static long number(String reply, String key) {
        Matcher found = Pattern.compile("\"" + key + "\":(-?[0-9]+)").matcher(reply);
        if (!found.find()) {
            throw new IllegalStateException("no " + key + " in " + reply);
        }
        return Long.parseLong(found.group(1));
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
