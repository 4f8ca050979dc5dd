// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RemoteTargetTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String GREETING = "{\"clew\":\"9.1\",\"protocol\":%d,\"pid\":17,\"name\":\"n\"}\n";

    @TempDir
    private Path directory;

    private Path socket;
    private ServerSocketChannel listener;

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("17.sock");
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
    }

    @Test
    void refusesAnotherVersionOfTheProtocol() {
        answer(GREETING.formatted(2));
        assertRefused("process 17 is watched by Clew 9.1, which speaks version 2 of the protocol instead of 1; use "
                + "that Clew, or detach with it and attach again");
    }

    @Test
    void refusesAStranger() {
        answer("220 mail.example ESMTP\n");
        assertRefused("what listens at " + socket + " is not Clew; clew list shows what is watched");
        answer("{\"hello\":\"you\"}\n");
        assertRefused("what listens at " + socket + " is not Clew; clew list shows what is watched");
    }

    @Test
    void givesUpOnATargetThatHangs() {
        assertThatThrownBy(() -> RemoteTarget.connect(socket, SHORT))
                .hasMessageContaining("does not answer within");
    }

    @Test
    void givesUpOnAnAnswerThatNeverComes() throws Exception {
        answer(GREETING.formatted(1));
        try (var target = RemoteTarget.connect(socket, SHORT)) {
            assertThatThrownBy(() -> target.ask(new Question.Status()))
                    .isInstanceOfSatisfying(Refusal.class,
                            refusal -> assertThat(refusal.remedy()).contains("ps -o stat= -p 17"));
            assertThatThrownBy(() -> target.ask(new Question.Status()))
                    .hasMessage("the connection to process 17 is closed");
        }
    }

    @Test
    void saysThatATargetHasGone() throws Exception {
        Thread serving = answer(GREETING.formatted(1), true);
        try (var target = RemoteTarget.connect(socket)) {
            serving.join();
            assertThatThrownBy(() -> target.ask(new Question.Status())).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void asksAnOlderTargetNothingThatItWouldMisunderstand() throws Exception {
        answer(GREETING.formatted(1));
        var filtered = new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false, "kind:pool", null);
        try (var target = RemoteTarget.connect(socket)) {
            assertThatThrownBy(() -> target.ask(filtered)).isInstanceOfSatisfying(Refusal.class, refusal ->
                    assertThat(refusal.line()).contains("which knows no filters with fields; ask without"));
        }
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() throws Exception {
        answer(GREETING.formatted(1) + "{\"id\":5,\"kind\":\"notice\",\"answer\":{\"text\":\"x\"}}\n");
        try (var target = RemoteTarget.connect(socket)) {
            assertThatThrownBy(() -> target.ask(new Question.Status()))
                    .hasMessage("process 17 answered something else than was asked");
        }
    }

    @Test
    void saysThatASocketIsLeftBehindOrMissing() throws Exception {
        listener.close();
        assertRefused("nobody listens at " + socket + " any more; clew list removes such sockets");
        assertThat(LeftBehind.remove(socket)).isTrue();
        assertRefused("no socket " + socket + "; clew list shows what is watched");
    }

    @Test
    void leavesASocketAloneThatSomebodyListensAt() {
        assertThat(LeftBehind.remove(socket)).isFalse();
        assertThat(socket).exists();
    }

    private void assertRefused(String line) {
        assertThatThrownBy(() -> RemoteTarget.connect(socket))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.line()).isEqualTo(line));
    }

    private Thread answer(String text) {
        return answer(text, false);
    }

    private Thread answer(String text, boolean close) {
        var serving = new Thread(() -> {
            try {
                SocketChannel client = listener.accept();
                client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                if (close) {
                    client.close();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        serving.setDaemon(true);
        serving.start();
        return serving;
    }
}
