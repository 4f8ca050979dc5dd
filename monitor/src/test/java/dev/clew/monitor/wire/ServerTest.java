// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Kind;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.Target;
import dev.clew.monitor.query.SourceTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ServerTest {

    private static final Greeting GREETING = new Greeting("0.1.0", 1, 4242, "shop", "com.acme.shop.Shop", "25.0.3+9");

    @TempDir
    private Path home;

    private final StorySource source = new StorySource();
    private final Daemons threads = new Daemons();
    private Path directory;
    private Server server;

    @BeforeEach
    void open() throws Refusal {
        directory = home.resolve("s");
        server = open(new SourceTarget(source), Duration.ofSeconds(10));
    }

    private Server open(Target target, Duration patience) throws Refusal {
        return Server.open(directory, GREETING, target, threads, patience);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void greetsAndAnswers() throws Refusal {
        try (var target = RemoteTarget.connect(server.socket())) {
            assertThat(target.greeting()).isEqualTo(GREETING);
            assertThat(target.ask(new Question.Status())).isEqualTo(source.status());
            assertThat(target.ask(new Question.Where(42))).isEqualTo(
                    new SourceTarget(source).ask(new Question.Where(42)));
        }
    }

    @Test
    void carriesRefusalsWithTheirStatusAndRemedy() throws Refusal {
        try (var target = RemoteTarget.connect(server.socket())) {
            assertThatThrownBy(() -> target.ask(new Question.Where(123)))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.line()).startsWith("no task 123; ps shows");
                        assertThat(refusal.status()).isEqualTo(1);
                    });
            assertThat(target.ask(new Question.Status())).isNotNull();
        }
    }

    @Test
    void speaksLinesOfJson() throws IOException {
        try (var raw = new RawClient(server.socket())) {
            assertThat(raw.line()).isEqualTo("{\"clew\":\"0.1.0\",\"protocol\":1,\"pid\":4242,\"name\":\"shop\","
                    + "\"mainClass\":\"com.acme.shop.Shop\",\"jdk\":\"25.0.3+9\","
                    + "\"abilities\":[\"filter\",\"group\",\"tree\",\"counts\",\"command\",\"console\",\"page\",\"push\"]}");
            raw.send("{\"id\":7,\"ask\":\"signal\",\"with\":{\"name\":\"TERM\"}}\n");
            assertThat(raw.line()).isEqualTo(
                    "{\"id\":7,\"kind\":\"notice\",\"answer\":{\"text\":\"sent SIGTERM to process 4242\"}}");
            raw.send("{\"id\":8,\"ask\":\"where\",\"with\":{\"id\":99}}\n");
            assertThat(raw.line()).startsWith("{\"id\":8,\"refusal\":{\"status\":1,\"message\":\"no task 99\"");
        }
    }

    @Test
    void takesAQuestionWithoutFieldsAsItsDefaults() throws IOException {
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            raw.send("{\"id\":1,\"ask\":\"ps\"}\r\n");
            assertThat(raw.line()).startsWith("{\"id\":1,\"kind\":\"task-list\",\"answer\":{\"total\":3,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "{", "\u0000\u0001", "[]", "null", "{\"id\":1}",
            "{\"id\":1,\"ask\":\"fly\"}",
            "{\"id\":1,\"ask\":\"where\",\"with\":[]}", "{\"id\":\"x\",\"ask\":\"status\"}",
            "{\"id\":1,\"ask\":\"ps\",\"with\":{\"kinds\":[\"nonsense\"]}}",
            "{\"id\":1,\"ask\":\"ps\",\"with\":{\"sort\":\"nonsense\"}}"})
    void answersGarbageWithARefusalAndGoesOn(String garbage) throws IOException {
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            raw.send(garbage + "\n");
            assertThat(raw.line()).contains("\"refusal\":{\"status\":2");
            raw.send("{\"id\":2,\"ask\":\"status\"}\n");
            assertThat(raw.line()).startsWith("{\"id\":2,\"kind\":\"status-report\"");
        }
    }

    @Test
    void putsLinesTogetherThatComeInPieces() throws IOException {
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            for (char piece : "\n\n{\"id\":3,\"ask\":\"status\"}\n{\"id\":4,".toCharArray()) {
                raw.send(String.valueOf(piece));
            }
            assertThat(raw.line()).startsWith("{\"id\":3,");
            raw.send("\"ask\":\"status\"}\n");
            assertThat(raw.line()).startsWith("{\"id\":4,");
        }
    }

    @Test
    void forgetsAClientThatLeavesAmidALine() throws Exception {
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            raw.send("{\"id\":3,");
        }
        joinClients();
        try (var target = RemoteTarget.connect(server.socket())) {
            assertThat(target.ask(new Question.Status())).isNotNull();
        }
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            raw.send("x".repeat(Message.LONGEST_REQUEST + 1));
            assertThat(raw.line()).contains("a line has more than 1048576 bytes");
            assertThat(raw.line()).isNull();
        }
    }

    @Test
    void carriesALongAnswer() throws Refusal {
        for (int i = 100; i < 30_100; i++) {
            source.live.add(new Sighting(
                    Story.order(i, Kind.POOL), false, false, List.of()));
        }
        try (var target = RemoteTarget.connect(server.socket())) {
            var list = (TaskList) target.ask(
                    new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false));
            assertThat(list.tasks()).hasSize(30_003);
        }
    }

    @Test
    void servesSeveralClientsAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(pool.submit(() -> askOften(100)));
            }
            for (Future<Integer> client : clients) {
                assertThat(client.get()).isEqualTo(100);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private int askOften(int times) throws Refusal {
        int answered = 0;
        try (var target = RemoteTarget.connect(server.socket())) {
            for (int i = 0; i < times; i++) {
                answered += target.ask(new Question.Where(42)) == null ? 0 : 1;
            }
        }
        return answered;
    }

    @Test
    void refusesOneClientTooMany() throws Exception {
        List<RemoteTarget> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(RemoteTarget.connect(server.socket()));
        }
        assertThatThrownBy(() -> RemoteTarget.connect(server.socket()))
                .hasMessage("16 clients are connected already");
        clients.forEach(RemoteTarget::close);
        joinClients();
        RemoteTarget.connect(server.socket()).close();
    }

    @Test
    void dropsAClientThatDoesNotRead() throws Exception {
        server.close();
        threads.forget();
        server = open(new SourceTarget(source), Duration.ofMillis(200));
        try (var raw = new RawClient(server.socket())) {
            raw.line();
            raw.send("{\"id\":1,\"ask\":\"status\"}\n".repeat(5_000));
            joinClients();
        }
        assertThat(askOften(1)).isEqualTo(1);
    }

    @Test
    void survivesATargetThatThrows() throws Refusal {
        server.close();
        server = open(new Failing(), Duration.ofSeconds(10));
        try (var target = RemoteTarget.connect(server.socket())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> target.ask(new Question.Status()))
                        .hasMessage("Clew failed inside the target (java.lang.StackOverflowError: deep)");
            }
        }
    }

    @Test
    void writesEveryActDown() throws Exception {
        try (var target = RemoteTarget.connect(server.socket())) {
            target.ask(new Question.Status());
            target.ask(new Question.Cancel(42, 0, "stuck\nforged"));
            assertThatThrownBy(() -> target.ask(new Question.Interrupt(999, null))).hasMessage("no task 999");
        }
        Path audit = directory.resolve("4242.audit");
        String user = Files.getOwner(server.socket()).getName();
        assertThat(Files.readAllLines(audit)).hasSize(2);
        assertThat(Files.readAllLines(audit).get(0)).matches("\\S+Z user=" + user
                + " cancel \\{\"id\":42,\"waitMillis\":0,\"reason\":\"stuck\\\\nforged\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit))).isEqualTo("rw-------");
    }

    @Test
    void answersADetachBeforeItCloses() throws Exception {
        server.close();
        threads.forget();
        var leaving = new Leaving();
        server = open(leaving, Duration.ofSeconds(10));
        leaving.server = server;
        try (var target = RemoteTarget.connect(server.socket())) {
            assertThat(target.ask(new Question.Detach())).isEqualTo(new Notice("Clew leaves the target"));
            leaving.closer.join();
            assertThatThrownBy(() -> target.ask(new Question.Status())).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void leavesNoThreadAndNoSocketWhenItCloses() throws Exception {
        var target = RemoteTarget.connect(server.socket());
        server.close();
        threads.join(0);
        assertThat(server.socket()).doesNotExist();
        assertThatThrownBy(() -> target.ask(new Question.Status())).isInstanceOf(Refusal.class);
    }

    @Test
    void opensAgainAHundredTimes() throws Refusal {
        for (int i = 0; i < 100; i++) {
            server.close();
            server = open(new SourceTarget(source), Duration.ofSeconds(10));
            assertThat(askOften(1)).isEqualTo(1);
        }
    }

    @Test
    void replacesASocketThatADeadProcessLeftBehind() throws Exception {
        Path socket = server.socket();
        server.close();
        leaveBehind(socket);
        server = open(new SourceTarget(source), Duration.ofSeconds(10));
        assertThat(askOften(1)).isEqualTo(1);
    }

    @Test
    void refusesASocketThatSomebodyListensAt() {
        assertThatThrownBy(() -> open(new SourceTarget(source), Duration.ofSeconds(10)))
                .hasMessage("somebody listens at " + server.socket() + " already");
    }

    @Test
    void keepsItsSocketFromOthers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.socket())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(server.checksPeers()).isTrue();
    }

    static void leaveBehind(Path socket) throws IOException {
        var address = UnixDomainSocketAddress.of(socket);
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(address);
        }
        assertThat(socket).exists();
    }

    private void joinClients() throws InterruptedException {
        threads.join(1);
    }

    private static final class RawClient implements AutoCloseable {

        private final SocketChannel channel;
        private final BufferedReader reader;

        RawClient(Path socket) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        }

        String line() throws IOException {
            return reader.readLine();
        }

        void send(String text) throws IOException {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class Failing implements Target {

        @Override
        public Notice ask(Question question) {
            throw new StackOverflowError("deep");
        }

        @Override
        public void close() {}
    }

    /** Closes the server as an agent does: on a thread of its own, while the answer is under way. */
    private static final class Leaving implements Target {

        private Server server;
        private Thread closer;

        @Override
        public Notice ask(Question question) {
            var closing = new CountDownLatch(1);
            closer = new Thread(() -> {
                closing.countDown();
                server.close();
            });
            closer.start();
            try {
                closing.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new Notice("Clew leaves the target");
        }

        @Override
        public void close() {}
    }
}
