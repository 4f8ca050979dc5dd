// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a target's token is.
 *
 * @param path the file
 * @param token the token in it
 * @param made whether it was made for this target, and goes with it
 */
record TokenFile(Path path, Token token, boolean made) implements AutoCloseable {

    /**
     * Returns the file that was named, or makes one with a new token.
     *
     * @param named the file that was named; null if none was
     * @param own where one is made
     * @throws Refusal if it holds no token, or can't be made
     */
    static TokenFile of(Path named, Path own) throws Refusal {
        return named == null ? new TokenFile(own, make(own), true) : new TokenFile(named, Token.read(named), false);
    }

    private static Token make(Path file) throws Refusal {
        try {
            Token token = Token.make(file);
            file.toFile().deleteOnExit();
            return token;
        } catch (IOException e) {
            throw Refusal.absent("can't write the token to " + file + " (" + SocketDirectory.brief(e) + ")",
                    "make room there, or name a file that holds one with token-file");
        }
    }

    /** Removes it if it was made. */
    @Override
    public void close() {
        try {
            if (made) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The token of a door that is closed opens nothing.
        }
    }
}
