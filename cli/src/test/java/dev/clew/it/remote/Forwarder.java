// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Carries connections from one place of this machine to another, as ssh and kubectl carry them between machines. */
final class Forwarder implements AutoCloseable {

    private final ServerSocketChannel from;
    private final SocketAddress to;

    private Forwarder(ServerSocketChannel from, SocketAddress to) {
        this.from = from;
        this.to = to;
        start(this::accept);
    }

    /** Forwards a free port. */
    static Forwarder ofPort(SocketAddress to) throws IOException {
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Forwarder(ServerSocketChannel.open().bind(free), to);
    }

    /** Forwards a socket in the file system. */
    static Forwarder ofSocket(Path socket, SocketAddress to) throws IOException {
        return new Forwarder(ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket)), to);
    }

    /** Returns where it takes connections, as clew wants it. */
    String address() {
        try {
            return from.getLocalAddress() instanceof InetSocketAddress port ? "127.0.0.1:" + port.getPort()
                    : from.getLocalAddress().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = from.accept();
                SocketChannel server = SocketChannel.open(to);
                start(() -> carry(client, server));
                start(() -> carry(server, client));
            }
        } catch (IOException e) {
            // It was closed, or nobody is there any more.
        }
    }

    private static void carry(SocketChannel in, SocketChannel out) {
        ByteBuffer bytes = ByteBuffer.allocate(8_192);
        try {
            while (in.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                bytes.clear();
            }
            out.shutdownOutput();
        } catch (IOException e) {
            close(in);
            close(out);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
