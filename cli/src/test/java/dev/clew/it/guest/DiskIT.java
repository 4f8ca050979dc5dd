// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An application whose disk takes nothing runs on, and Clew says so in one line. */
class DiskIT {

    private static Stream<Arguments> disks() {
        return Jdks.tested().stream().flatMap(jdk -> Stream.of(
                Arguments.of(jdk, "read-only", "mode=0700,ro"),
                Arguments.of(jdk, "full", "mode=0700,size=4k,nr_inodes=1")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("disks")
    void anApplicationRunsOnWhereTheDiskTakesNothing(Jdk jdk, String disk, String options) throws Exception {
        Path directory = Scratch.directory("disk");
        assumeTrue(canMount(directory), "this machine lets nobody mount a file system of their own");
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START)
                .sockets(directory)
                .by("unshare", "--mount", "sh", "-c", mount(directory, options) + " && exec \"$@\"", "sh");
        try (Program program = launch.startAnyway()) {
            assertThat(Patience.until(() -> !program.err().isEmpty())).isTrue();
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.end()).isEqualTo(7);
            assertThat(program.err()).singleElement().asString()
                    .startsWith("clew: not listening: can't listen at " + directory).contains("; ");
        }
    }

    private static String mount(Path directory, String options) {
        return "mount -t tmpfs -o " + options + " none '" + directory + "'";
    }

    private static boolean canMount(Path directory) throws InterruptedException {
        try {
            Process trial = new ProcessBuilder("unshare", "--mount", "sh", "-c", mount(directory, "ro"))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return trial.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
