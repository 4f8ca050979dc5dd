// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tells a socket that somebody listens at from one that a dead process left behind. */
public final class LeftBehind {

    // What the shortest of the supported systems takes, less what a socket's name has more before it answers.
    private static final int LONGEST_PATH = 99;

    private LeftBehind() {}

    /** Removes a socket and its token if nobody listens at it any more, and returns whether it did. */
    public static boolean remove(Path socket) {
        try {
            if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS) || answered(socket)) {
                return false;
            }
            Files.deleteIfExists(socket.resolveSibling(socket.getFileName().toString().replace(".sock", ".token")));
            return Files.deleteIfExists(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes way for a new socket. */
    static void check(Path socket) throws Refusal {
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw Refusal.absent("the path of the socket is too long, " + length + " bytes instead of at most "
                    + LONGEST_PATH + ": " + socket, "choose a shorter directory with CLEW_DIR");
        }
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS) && !remove(socket)) {
            throw Refusal.absent("somebody listens at " + socket + " already", "detach that one first");
        }
    }

    private static boolean answered(Path socket) throws IOException {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return probe.isConnected();
        } catch (SocketException e) {
            return false;
        }
    }
}
