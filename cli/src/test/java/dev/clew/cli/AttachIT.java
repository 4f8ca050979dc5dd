// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AttachIT {

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();
    private Path directory;

    @BeforeEach
    void chooseDirectory() {
        directory = home.resolve("s");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void watchesARunningJvmAndLeavesItAgain() throws Exception {
        long pid = start();

        assertThat(clew("attach", "" + pid)).isEqualTo(new Ran(0, "process " + pid + " is watched now by Clew "
                + Version.current() + ", listening at " + directory.resolve(pid + ".sock") + "\n", ""));
        assertThat(clew("list").out()).containsPattern(pid + " .*Napper.* yes\n");
        assertThat(clew("ps", "-f", "main").out()).contains("thread").contains("main");
        assertThat(clew("attach", "" + pid)).extracting(Ran::status, Ran::err).containsExactly(0, "");
        assertThat(clew("detach", "" + pid).status()).isZero();
        assertThat(clew("ps").status()).isEqualTo(1);
    }

    @Test
    void watchesAgainAfterADetach() throws Exception {
        long pid = start();
        for (int i = 0; i < 3; i++) {
            assertThat(clew("attach", "" + pid)).extracting(Ran::status, Ran::err).containsExactly(0, "");
            assertThat(clew("detach", "" + pid)).extracting(Ran::status, Ran::err).containsExactly(0, "");
        }
    }

    @Test
    void saysWhyAJvmCantBeAttachedTo() throws Exception {
        long closed = start("-XX:+DisableAttachMechanism");
        long strict = start("-XX:-EnableDynamicAgentLoading");
        long deaf = start("-Xrs");

        assertRefused("attach " + closed, "process " + closed + " was started with -XX:+DisableAttachMechanism; ");
        assertRefused("attach " + strict, "process " + strict + " was started with -XX:-EnableDynamicAgentLoading; ");
        assertRefused("attach " + deaf, "process " + deaf + " does not take attach requests ");
        assertRefused("attach 999999999", "no process 999999999; clew list shows the JVMs");
    }

    @Test
    void givesUpOnAStoppedJvm() throws Exception {
        long pid = start();
        clew("attach", "" + pid);
        signal("STOP", pid);

        assertRefused("attach " + pid, "process " + pid + " is stopped; kill -CONT " + pid);
        assertRefused("ps", "the target at " + directory.resolve(pid + ".sock") + " does not answer within 10 s; see");
        assertThat(clew("list").out()).containsPattern(pid + " .* yes, but it does not answer\n");
        signal("CONT", pid);
        assertThat(clew("ps").status()).isZero();
    }

    @Test
    void saysWhyATargetCantListen() throws Exception {
        long pid = start();
        Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefused("attach " + pid, "process " + pid + " is not watched, the socket directory " + directory
                + " is open to others (rwxrwxrwx); chmod 700 " + directory);
    }

    private long start(String... options) throws Exception {
        Process process = Ran.napper(directory, options);
        started.add(process);
        return process.pid();
    }

    private Ran clew(String... words) throws Exception {
        return Ran.clew(directory, words);
    }

    private void assertRefused(String line, String message) throws Exception {
        Ran ran = clew(line.split(" "));
        assertThat(ran.err()).startsWith("clew: " + message).hasLineCount(1);
        assertThat(ran.status()).isEqualTo(1);
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor()).isZero();
    }
}
