// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends some lines to a port and reads what comes back, as netcat does where lines are piped into it. */
final class Netcat {

    private Netcat() {}

    /** Returns all that comes back until the other end closes; this end does not. */
    static String send(Door door, String lines) throws IOException {
        try (Socket socket = new Socket(door.host(), door.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
