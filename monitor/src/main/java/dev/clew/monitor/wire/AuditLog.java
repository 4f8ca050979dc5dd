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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Removes the logs of processes that have ended, a month after their last line. */
    static void sweep(Path directory, Clock clock) {
        Instant old = clock.instant().minus(Duration.ofDays(30));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(AuditLog::abandoned).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // A log more does no harm.
        }
    }

    private static boolean abandoned(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[0-9]{1,18}\\.audit(\\.earlier)?")
                && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('.')))).isEmpty();
    }

    private Path earlier() {
        return file.resolveSibling(file.getFileName() + ".earlier");
    }
}
