// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Decides whether the other end of a socket may ask. */
final class Peer {

    private static final Set<String> ROOT = Set.of("root", "0");

    private Peer() {}

    /** Returns whether the other end's user can be told here; if not, the directory's permissions stand alone. */
    static boolean known() {
        return ModuleLayer.boot().findModule("jdk.net").isPresent();
    }

    /** Returns the other end's user; {@code unknown} if it can't be told. */
    static String user(SocketChannel channel) throws IOException {
        try {
            return known() ? PeerCredentials.user(channel) : "unknown";
        } catch (LinkageError | UnsupportedOperationException e) {
            return "unknown";
        }
    }

    /** Returns whether a user may ask: the owner of the socket, or root, who could anyway. */
    static boolean admits(String user, Path socket) throws IOException {
        return user.equals("unknown") || ROOT.contains(user) || user.equals(Files.getOwner(socket).getName());
    }
}
