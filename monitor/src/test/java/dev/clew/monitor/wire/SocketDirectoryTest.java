// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketDirectoryTest {

    @TempDir
    private Path home;

    @Test
    void makesADirectoryThatNobodyElseMayEnter() throws Exception {
        Path path = SocketDirectory.open(home.resolve("new")).path();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rwx------");
        assertThat(SocketDirectory.open(path).path()).isEqualTo(path);
    }

    @Test
    void refusesADirectoryThatOthersMayEnter() throws IOException {
        Path path = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x---"));

        assertRefused(path, "the socket directory " + path + " is open to others (rwx--x---); chmod 700 " + path);
    }

    @Test
    void refusesASymbolicLinkAndAFile() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), home);
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> SocketDirectory.open(link)).hasMessageEndingWith("is a symbolic link");
        assertThatThrownBy(() -> SocketDirectory.open(file)).hasMessageEndingWith("is no directory");
    }

    @Test
    void refusesADirectoryThatCantBeMade() {
        Path path = home.resolve("missing/deep");

        assertRefused(path, "can't make the socket directory " + path + " (NoSuchFile: " + path + "); choose another "
                + "directory with CLEW_DIR, or with the target's option dir");
    }

    @Test
    void findsTheProcessesOfItsSockets() throws Exception {
        SocketDirectory directory = SocketDirectory.open(home.resolve("d"));
        for (String name : new String[] {"12.sock", "7.sock", "7.audit", "x.sock", "sock"}) {
            Files.createFile(directory.path().resolve(name));
        }

        assertThat(directory.pids()).containsExactly(7L, 12L);
    }

    @Test
    void refusesAPathThatIsTooLongForASocket() {
        Path socket = home.resolve("x".repeat(110));

        assertThatThrownBy(() -> LeftBehind.check(socket)).hasMessageContaining("is too long")
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.remedy()).contains("CLEW_DIR"));
    }

    @Test
    void boundsTheAuditLog() throws IOException {
        var log = new AuditLog(home.resolve("1.audit"), 1_000, Story.CLOCK);
        for (int i = 0; i < 100; i++) {
            log.append("root", new Question.Signal("NUMBER" + i));
        }

        long size = Files.size(home.resolve("1.audit")) + Files.size(home.resolve("1.audit.earlier"));
        assertThat(size).isLessThanOrEqualTo(1_000);
        assertThat(Files.readString(home.resolve("1.audit"))).contains("NUMBER99").doesNotContain("NUMBER1\"");
    }

    @Test
    void sweepsOldAuditLogsOfTheDead() throws IOException {
        Path dead = Files.createFile(home.resolve("999999999999.audit"));
        Path alive = Files.createFile(home.resolve(ProcessHandle.current().pid() + ".audit"));
        Path fresh = Files.createFile(home.resolve("999999999998.audit"));
        for (Path old : new Path[] {dead, alive}) {
            Files.setLastModifiedTime(old, FileTime.from(Story.ago(31 * 86_400)));
        }
        Files.setLastModifiedTime(fresh, FileTime.from(Story.ago(86_400)));

        AuditLog.sweep(home, Story.CLOCK);

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
        assertThat(fresh).exists();
    }

    private static void assertRefused(Path path, String line) {
        assertThatThrownBy(() -> SocketDirectory.open(path))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.line()).isEqualTo(line));
    }
}
