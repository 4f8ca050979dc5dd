// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a target can be asked. */
public sealed interface Address {

    /** Connects, and gives up after a time. */
    SocketChannel connect(Duration patience) throws Refusal;

    /** A socket in the file system. */
    record Local(Path socket) implements Address {

        @Override
        public SocketChannel connect(Duration patience) throws Refusal {
            if (!Files.exists(socket)) {
                throw Refusal.absent("no socket " + socket, REMEDY);
            }
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(socket));
            } catch (SocketException e) {
                throw Refusal.absent("nobody listens at " + socket + " any more", "clew list removes such sockets");
            } catch (IOException | UnsupportedOperationException e) {
                throw Refusal.absent("can't connect to " + socket + " (" + SocketDirectory.brief(e) + ")", REMEDY);
            }
        }

        @Override
        public String toString() {
            return socket.toString();
        }
    }

    /** A port of a machine. */
    record Remote(String host, int port) implements Address {

        @Override
        public SocketChannel connect(Duration patience) throws Refusal {
            try {
                InetSocketAddress address = resolved();
                SocketChannel channel = SocketChannel.open();
                try {
                    channel.socket().connect(address, (int) patience.toMillis());
                    return channel;
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
            } catch (IOException e) {
                throw Refusal.absent("nobody answers at " + this + " (" + SocketDirectory.brief(e) + ")",
                        "start the target with listen=" + port + ", or see whether what forwards the port still runs");
            }
        }

        InetSocketAddress resolved() throws IOException {
            var address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new IOException("no such host");
            }
            return address;
        }

        static Remote of(InetSocketAddress address) {
            return new Remote(address.getAddress().getHostAddress(), address.getPort());
        }

        /** Returns whether this is where a target on this machine says that it listens. */
        public boolean is(String listening) {
            Matcher other = PORT.matcher(listening);
            if (!other.matches() || Integer.parseInt(other.group(3)) != port) {
                return false;
            }
            try {
                InetAddress asked = resolved().getAddress();
                InetAddress bound = InetAddress.getByName(Address.host(other));
                return bound.equals(asked) || bound.isAnyLocalAddress()
                        && (asked.isLoopbackAddress() || NetworkInterface.getByInetAddress(asked) != null);
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** What to do where nobody answers. */
    String REMEDY = "clew list shows what is watched";

    /** How a port of a machine is written. */
    Pattern PORT = Pattern.compile("(?:tcp:)?(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]/]*)):([0-9]{1,5})");

    private static String host(Matcher found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /**
     * Reads an address as people write it: {@code HOST:PORT}, or the path of a socket.
     *
     * @throws Refusal if it is none
     */
    static Address parse(String text) throws Refusal {
        String path = text.startsWith("unix:") ? text.substring("unix:".length()) : text;
        Matcher port = PORT.matcher(text);
        if (path.equals(text) && port.matches() && Integer.parseInt(port.group(3)) <= 65_535) {
            String host = host(port);
            return new Remote(host.isEmpty() ? "127.0.0.1" : host, Integer.parseInt(port.group(3)));
        }
        if (path.isEmpty() || path.matches("[a-z]+://.*")) {
            throw Refusal.usage("\"" + text + "\" is no address", "usage: -a HOST:PORT, or -a /path/of/the.sock");
        }
        return new Local(Path.of(path).toAbsolutePath());
    }
}
