// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.model.answer.Answer;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.wire.Address;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.Server;
import dev.clew.monitor.wire.Token;
import dev.clew.monitor.wire.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TokensTest {

    private static final String WORD = "correct-horse-battery";

    @TempDir
    private Path home;

    private Path file;
    private Server server;

    @BeforeEach
    void listen() throws Exception {
        file = Files.writeString(home.resolve("token"), WORD + "\n");
        var greeting = new Greeting("0.1", 1, 41, "shop", "com.acme.Shop", "25");
        server = Server.open(home.resolve("s"), greeting, new Telling(file), work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void findsTheTokenOfATargetHere() throws Refusal {
        assertThat(find("127.0.0.1:7", Map.of(), null)).isNotNull();
        assertThat(find(":7", Map.of(), null)).isNotNull();
        assertThat(find(":8", Map.of(), null)).isNull();
        assertThat(find("127.0.0.2:7", Map.of(), null)).isNull();
        assertThat(find(server.socket().toString(), Map.of(), null)).isNull();
    }

    @Test
    void prefersWhatItIsGiven() throws Exception {
        Files.writeString(file, "x");
        Path other = Files.writeString(home.resolve("other"), "another-word-for-it");
        assertThat(find(":7", Map.of("CLEW_TOKEN", "another-word-for-it"), null)).isNotNull();
        assertThat(find(":7", Map.of("CLEW_TOKEN", "x"), other.toString())).isNotNull();
        assertThatThrownBy(() -> find(":7", Map.of("CLEW_TOKEN", "x"), null)).hasMessage("CLEW_TOKEN holds no token");
        assertThatThrownBy(() -> find(":7", Map.of(), null)).hasMessage(file + " holds no token");
    }

    @Test
    void readsNoFileForATargetThatIsNotItsUsers() throws IOException {
        assumeTrue(User.own() == User.ROOT, "only root can be two users");
        Files.setAttribute(file, "unix:uid", 65_534);
        assertThatThrownBy(() -> find(":7", Map.of(), null))
                .hasMessage("the token in " + file + " belongs to another user than the target does");
    }

    private Token find(String address, Map<String, String> environment, String named) throws Refusal {
        return new Tokens(() -> List.of(server.socket()), environment).of(Address.parse(address), named);
    }

    private record Telling(Path tokenFile) implements Target {

        @Override
        public Answer ask(Question question) {
            return new StatusReport("0.1", 1, 41, "shop", "com.acme.Shop", "25", Instant.EPOCH, "attach", 0, 0, 0, 0, 0,
                    List.of(), 0, 0, List.of(), List.of(), List.of(),
                    new StatusReport.Door("127.0.0.1:7", "read", tokenFile.toString()), List.of());
        }

        @Override
        public void close() {}
    }
}
