// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What lets somebody in who comes by TCP: a word that only the target and its users know. */
public final class Token {

    private static final int SHORTEST = 16;
    static final int LONGEST = 1_024;
    private static final int RANDOM_BYTES = 16;

    private final String word;

    private Token(String word) {
        this.word = word;
    }

    /**
     * Returns the token that a text holds, without the blanks around it.
     *
     * @param source where the text comes from, for whoever is told that it is none
     * @throws Refusal if it is none
     */
    public static Token of(String text, String source) throws Refusal {
        String word = text.strip();
        if (!word.matches("[!-~&&[^{]][!-~]{" + (SHORTEST - 1) + "," + (LONGEST - 1) + "}")) {
            throw Refusal.usage(source + " holds no token", "a token is one word of " + SHORTEST + " to " + LONGEST
                    + " letters, digits and signs that does not begin with a brace");
        }
        return new Token(word);
    }

    /**
     * Returns the token in a file.
     *
     * @throws Refusal if the file can't be read or holds none
     */
    public static Token read(Path file) throws Refusal {
        try (var in = Files.newInputStream(file)) {
            return of(new String(in.readNBytes(4 * LONGEST), StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            throw Refusal.absent("can't read the token in " + file + " (" + SocketDirectory.brief(e) + ")",
                    "name a file that holds it and that this user may read");
        }
    }

    /** Makes a token that nobody can guess, and writes it to a file that nobody else may read. */
    static Token make(Path file) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String word = HexFormat.of().formatHex(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, word + "\n");
        return new Token(word);
    }

    /** Returns whether a word is the token, in a time that does not tell how much of it is. */
    boolean matches(String given) {
        return MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the word itself, to be given to a target. */
    String word() {
        return word;
    }

    @Override
    public String toString() {
        return "a token";
    }
}
