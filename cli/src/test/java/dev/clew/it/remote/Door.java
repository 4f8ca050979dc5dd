// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Program;
import dev.clew.model.answer.StatusReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a program listens by TCP.
 *
 * @param address the address, as it tells it
 * @param tokenFile the file with the token
 */
record Door(String address, Path tokenFile) {

    /** Returns the door of a program that has one. */
    static Door of(Program program) {
        StatusReport.Door door = program.watched().status().door();
        assertThat(door).as("where it listens").isNotNull();
        return new Door(door.address(), Path.of(door.tokenFile()));
    }

    String host() {
        return address.substring(0, address.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    String token() {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
