// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.json.Json;
import dev.clew.model.json.Variants;
import dev.clew.monitor.Question;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Who changed what in a target, one line an act; the oldest half is dropped when the file is full. */
final class AuditLog {

    private final Path file;
    private final long most;
    private final Clock clock;

    AuditLog(Path file, long most, Clock clock) {
        this.file = file;
        this.most = most;
        this.clock = clock;
    }

    /** Writes one act down, before it is done. */
    synchronized void append(String user, Question act) throws IOException {
        String line = clock.instant().truncatedTo(ChronoUnit.MICROS) + " user=" + user + ' '
                + Variants.word(act.getClass()) + ' ' + Json.write((Record) act) + '\n';
        if (Files.exists(file) && Files.size(file) + line.length() > most / 2) {
            Files.move(file, earlier(), StandardCopyOption.REPLACE_EXISTING);
        }
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(file, options, mode)) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private Path earlier() {
        return file.resolveSibling(file.getFileName() + ".earlier");
    }
}
