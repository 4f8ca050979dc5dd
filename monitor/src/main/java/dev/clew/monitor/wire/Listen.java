// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where and for whom a target listens by TCP.
 *
 * @param at where; port 0 for any that is free
 * @param role what whoever has the token is allowed
 * @param tokenFile the file that holds the token; null to make one
 */
public record Listen(Address.Remote at, Role role, Path tokenFile) {

    /**
     * Reads where to listen.
     *
     * @param place {@code HOST:PORT}, or a port alone for the loopback address
     * @param role the role's word; null for {@code read}
     * @param tokenFile the file that holds the token; null to make one
     * @throws IllegalArgumentException with words for people
     */
    public static Listen parse(String place, String role, String tokenFile) {
        return new Listen(at(place.strip()), role(role == null ? Role.READ.word() : role.strip()),
                tokenFile == null ? null : Path.of(tokenFile).toAbsolutePath());
    }

    private static Address.Remote at(String place) {
        try {
            if (Address.parse(place.matches("[0-9]+") ? ":" + place : place) instanceof Address.Remote remote) {
                return remote;
            }
        } catch (Refusal e) {
            // Said in the words of the option, below.
        }
        throw new IllegalArgumentException("listen=" + place + " is no address; write listen=127.0.0.1:20101");
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values()).filter(role -> role.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "listen-role=" + word + " is no role; write listen-role=read or listen-role=act"));
    }
}
