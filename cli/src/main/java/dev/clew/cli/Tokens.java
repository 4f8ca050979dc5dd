// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.Address;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the token that lets in at an address.
 *
 * @param sockets where the targets of this machine can be asked which of them listens there
 * @param environment the environment of this process
 */
record Tokens(Supplier<Collection<Path>> sockets, Map<String, String> environment) {

    private static final String VARIABLE = "CLEW_TOKEN";

    Tokens(Supplier<Collection<Path>> sockets) {
        this(sockets, System.getenv());
    }

    /** Returns the token from a file that was named, from the environment, or of a target here; null if none is. */
    Token of(Address address, String file) throws Refusal {
        if (file != null) {
            return Token.read(Path.of(file));
        }
        String word = environment.getOrDefault(VARIABLE, "");
        if (!word.isBlank()) {
            return Token.of(word, VARIABLE);
        }
        return address instanceof Address.Remote remote ? ofTarget(remote) : null;
    }

    private Token ofTarget(Address.Remote address) throws Refusal {
        for (Path socket : sockets.get()) {
            StatusReport.Door door = door(socket);
            if (door != null && address.is(door.address())) {
                return own(socket, Path.of(door.tokenFile()));
            }
        }
        return null;
    }

    /** Reads a target's token: a target may not have whoever asks, for example root, read out a file of another's. */
    private static Token own(Path socket, Path file) throws Refusal {
        try {
            if (Files.getOwner(file).equals(Files.getOwner(socket))) {
                return Token.read(file);
            }
        } catch (IOException e) {
            throw Refusal.absent("can't read the token in " + file + " (" + e.getClass().getSimpleName() + ")",
                    "give it with --token-file FILE");
        }
        throw Refusal.absent("the token in " + file + " belongs to another user than the target does",
                "look at the file, and name it with --token-file if it is right");
    }

    private static StatusReport.Door door(Path socket) {
        try (RemoteTarget target = RemoteTarget.connect(socket, Duration.ofSeconds(2))) {
            return door(target);
        } catch (Refusal e) {
            return null; // what does not answer listens nowhere, as far as it can be told
        }
    }

    /** Returns where a target listens by TCP; null if it does not. */
    static StatusReport.Door door(RemoteTarget target) throws Refusal {
        return target.ask(new Question.Status()) instanceof StatusReport status ? status.door() : null;
    }
}
