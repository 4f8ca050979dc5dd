// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A forwarding of a socket by ssh, to a server of its own that it speaks to without a network.
 *
 * @param process the client
 * @param socket where it takes connections
 */
record Ssh(Process process, Path socket) implements AutoCloseable {

    static Ssh forward(Path daemon, Path target) throws IOException {
        Path home = Scratch.directory("h");
        Path key = home.resolve("key");
        Finished.of(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())).isFine();
        Files.copy(home.resolve("key.pub"), home.resolve("keys"));
        Path socket = home.resolve("x.sock");
        String serve = daemon + " -i -f /dev/null -h " + key + " -o AuthorizedKeysFile=" + home.resolve("keys")
                + " -o StrictModes=no -o UsePAM=no";
        Process process = new ProcessBuilder(List.of("ssh", "-F", "/dev/null", "-N", "-i", key.toString(), "-o",
                "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "BatchMode=yes", "-o",
                "ExitOnForwardFailure=yes", "-o", "ProxyCommand=" + serve, "-L", socket + ":" + target, "nowhere"))
                .redirectErrorStream(true).redirectOutput(home.resolve("out").toFile()).start();
        boolean ready = Patience.until(() -> Files.exists(socket) || !process.isAlive());
        assertThat(ready && Files.exists(socket)).as(Files.readString(home.resolve("out"))).isTrue();
        return new Ssh(process, socket);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
