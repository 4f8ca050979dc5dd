// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.query.SourceTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in by TCP: tokens, roles, and who is sent away. */
@Timeout(30)
class ListenerTest {

    private static final Greeting GREETING = new Greeting("0.1.0", 1, 4242, "shop", "com.acme.shop.Shop", "25.0.3+9");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(50);

    /** A program has all the time it needs to send its token unasked. */
    private static final Entrance.Limits PROGRAM = new Entrance.Limits(PATIENCE, PATIENCE, SOON, PATIENCE);
    /** Nobody is quicker than the question. */
    private static final Entrance.Limits PERSON = new Entrance.Limits(SOON, PATIENCE, SOON, PATIENCE);

    @TempDir
    private Path home;

    private final StorySource source = new StorySource();
    private final Daemons threads = new Daemons();
    private Server server;
    private Listener listener;

    @BeforeEach
    void open() throws Refusal {
        server = Server.open(home.resolve("s"), GREETING, new SourceTarget(source), threads);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void listen(Entrance.Limits limits) throws Refusal {
        listen(Listen.parse("0", null, null), limits);
    }

    private void listen(Listen where, Entrance.Limits limits) throws Refusal {
        listener = server.listen(where, limits);
    }

    private String token() throws IOException {
        return Files.readString(listener.tokenFile()).strip();
    }

    private RemoteTarget connect(String token) throws Refusal {
        return RemoteTarget.connect(Address.parse(listener.address()), token == null ? null : Token.of(token, "it"),
                PATIENCE);
    }

    @Test
    void letsInByATokenThatNobodyElseCanRead() throws Exception {
        listen(PROGRAM);
        assertThat(listener.address()).matches("127\\.0\\.0\\.1:[1-9][0-9]+");
        assertThat(listener.tokenFile()).isEqualTo(home.resolve("s/4242.token"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(listener.tokenFile())))
                .isEqualTo("rw-------");
        assertThat(token()).hasSize(32);
        try (var target = connect(token())) {
            assertThat(target.greeting()).isEqualTo(GREETING);
            assertThat(target.ask(new Question.Status())).isEqualTo(source.status());
        }
        server.close();
        assertThat(home.resolve("s/4242.token")).doesNotExist();
    }

    @Test
    void letsInByATokenThatWasNamed() throws Exception {
        Path file = home.resolve("token");
        Files.writeString(file, "open-sesame-open-sesame\n");
        listen(Listen.parse("127.0.0.1:0", "read", file.toString()), PROGRAM);
        connect("open-sesame-open-sesame").close();
        server.close();
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has a blank in its middle", "{\"begins\":like-json}"})
    void refusesAFileWithoutAToken(String text) throws Exception {
        Path file = home.resolve("token");
        Files.writeString(file, text + "\n");
        assertThatThrownBy(() -> listen(Listen.parse("0", null, file.toString()), PROGRAM))
                .hasMessage(file + " holds no token");
        assertThatThrownBy(() -> listen(Listen.parse("0", null, home.resolve("none").toString()), PROGRAM))
                .hasMessage("can't read the token in " + home.resolve("none") + " (NoSuchFile: " + home.resolve("none")
                        + ")");
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> listen(Listen.parse(":" + taken.getLocalPort(), null, null), PROGRAM))
                    .hasMessage("can't listen at 127.0.0.1:" + taken.getLocalPort()
                            + " (Bind: Address already in use)");
        }
        assertThat(home.resolve("s/4242.token")).doesNotExist();
        RemoteTarget.connect(server.socket()).close();
    }

    @Test
    void keepsWhoHasNoTokenOrAWrongOneOut() throws Exception {
        listen(PROGRAM);
        assertThatThrownBy(() -> connect(null)).hasMessage("this target asks for a token");
        assertThat(listener.turnedAway()).isNull();
        assertThatThrownBy(() -> connect("x".repeat(32))).hasMessage("wrong token");
        assertThatThrownBy(() -> connect(token() + "x")).hasMessage("wrong token");
        assertThat(listener.turnedAway()).startsWith("2 wrong tokens were given, the last one from 127.0.0.1:");
    }

    @Test
    void aScriptHasOneTry() throws Exception {
        listen(PROGRAM);
        try (var client = new Client()) {
            client.send("guess\n" + token() + "\nsignal TERM\n");
            assertThat(client.rest()).isEqualTo(
                    "clew: wrong token; clew status, on the target's machine, says which file has it\n");
        }
        assertThat(home.resolve("s/4242.audit")).doesNotExist();
    }

    @Test
    void aScriptGetsAnswersAlone() throws Exception {
        listen(Listen.parse("0", "act", null), PROGRAM);
        try (var client = new Client()) {
            client.send(token() + "\nsignal TERM\nwhere 999\nexit\n");
            assertThat(client.rest()).isEqualTo("""
                    sent SIGTERM to process 4242
                    clew: no task 999; ps shows the live tasks, ps-terminated the ended ones
                    """);
        }
        assertThat(Files.readString(home.resolve("s/4242.audit")))
                .matches("\\S+Z user=tcp/127\\.0\\.0\\.1:[0-9]+ signal \\{\"name\":\"TERM\"}\n");
    }

    @Test
    void aPersonIsAskedAndMayTryThreeTimes() throws Exception {
        listen(PERSON);
        try (var client = new Client()) {
            assertThat(client.upTo("Token: ")).isEqualTo("Token: ");
            client.send("\r\ngue\u0003");
            assertThat(client.upTo("Token: ") + client.upTo("Token: ")).isEqualTo("Token: Token: ");
            assertThat(listener.turnedAway()).isNull();
            client.send("guess\r\n");
            assertThat(client.upTo("Token: ")).startsWith("clew: wrong token; ");
            client.send(token() + "\r\n");
            assertThat(client.upTo("clew 4242> ")).contains("help lists the commands");
            client.send("exit\r\n");
            assertThat(client.rest()).isEmpty();
        }
        try (var client = new Client()) {
            client.upTo("Token: ");
            client.send("a\r\nb\r\nc\r\n" + token() + "\r\nps\r\n");
            assertThat(client.rest().split("wrong token", -1)).hasSize(4).noneMatch(text -> text.contains("tasks"));
        }
    }

    @Test
    void aProgramThatIsSlowerThanTheQuestionIsUnderstood() throws Exception {
        listen(PERSON);
        try (var client = new Client()) {
            client.upTo("Token: ");
            client.send("{\"token\":\"" + token() + "\"}\n{\"id\":1,\"ask\":\"status\"}\n");
            assertThat(client.line()).startsWith("{\"clew\":\"0.1.0\",\"protocol\":1,");
            assertThat(client.line()).startsWith("{\"id\":1,\"kind\":\"status-report\",");
        }
    }

    @Test
    void whoGivesNoTokenInTimeIsSentAway() throws Exception {
        listen(new Entrance.Limits(SOON, SOON, SOON, PATIENCE));
        try (var client = new Client()) {
            assertThat(client.rest()).isEqualTo("Token: \r\nclew: no token within 0 s; connect again\r\n");
        }
    }

    @Test
    void whoGivesNoTokenMakesWayForOthers() throws Exception {
        listen(new Entrance.Limits(Duration.ofHours(1), Duration.ofHours(1), SOON, PATIENCE));
        List<Client> idle = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            idle.add(new Client());
            assertThat(i < 8 || idle.get(i - 8).rest().isEmpty()).isTrue();
        }
        try (var target = connect(token())) {
            assertThat(target.ask(new Question.Status())).isNotNull();
        }
        for (Client client : idle) {
            client.close();
        }
    }

    @Test
    void refusesOneClientTooManyAndLeavesTheSocketAlone() throws Exception {
        listen(PROGRAM);
        List<RemoteTarget> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(connect(token()));
        }
        assertThatThrownBy(() -> connect(token())).hasMessage("16 clients are connected already");
        RemoteTarget.connect(server.socket()).close();
        clients.forEach(RemoteTarget::close);
    }

    @Test
    void whoMayReadMayNotAct() throws Exception {
        listen(PROGRAM);
        try (var target = connect(token())) {
            for (Question act : List.of(new Question.Cancel(42, 0, null), new Question.Interrupt(42, null),
                    new Question.Signal("TERM"), new Question.Preserve("x", false), new Question.Detach())) {
                assertThatThrownBy(() -> target.ask(act)).isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.line()).isEqualTo("this connection may read, not act; ask over the target's "
                                + "own socket, or start it with listen-role=act"));
            }
            target.ask(new Question.Preserve(null, false));
        }
        try (var client = new Client()) {
            client.send(token() + "\ncancel 42\n");
            client.shut();
            assertThat(client.rest()).startsWith("clew: this connection may read, not act; ");
        }
        assertThat(home.resolve("s/4242.audit")).doesNotExist();
    }

    @Test
    void takesTheTokenAsOneStep() throws Exception {
        listen(PROGRAM);
        try (var client = new Client()) {
            client.send("{\"token\":\"" + token() + "\"}\r\n{\"id\":1,\"ask\":\"ps\"}\n{\"token\":\"again\"}\n{\"id\":2,\"ask\":"
                    + "\"status\"}\n");
            assertThat(client.line()).startsWith("{\"clew\":");
            assertThat(client.line()).startsWith("{\"id\":1,\"kind\":\"task-list\"");
            assertThat(client.line()).startsWith("{\"id\":2,\"kind\":\"status-report\"");
        }
        try (var client = new Client()) {
            client.send("{\"id\":1,\"ask\":\"ps\"}\n");
            assertThat(client.rest()).startsWith("{\"id\":0,\"refusal\":{\"status\":1,\"message\":\"this target asks for a");
        }
        try (var client = new Client()) {
            client.send("{nonsense\n");
            assertThat(client.rest()).startsWith("{\"id\":0,\"refusal\":{\"status\":2,").contains("the first line is");
        }
    }

    @Test
    void aBrowserIsSentAway() throws Exception {
        listen(PROGRAM);
        try (var client = new Client()) {
            client.send("POST /" + token() + " HTTP/1.1\r\nHost: evil.example\r\n\r\n" + token() + "\r\nsignal TERM\r\n");
            assertThat(client.rest()).isEqualTo("clew: this is no web server; clew, telnet and nc may connect here\n");
        }
    }

    @Test
    void aLineThatNeverEndsIsCut() throws Exception {
        listen(PROGRAM);
        try (var client = new Client()) {
            client.send("x".repeat(20_000));
            assertThat(client.rest()).isEqualTo("clew: the line is too long for a token; connect again\n");
        }
        try (var client = new Client()) {
            client.send(token() + "\n" + "x".repeat(20_000));
            assertThat(client.rest()).isEqualTo("clew: the line is too long; give a filter of fewer words\n");
        }
    }

    @Test
    void dropsAClientThatDoesNotRead() throws Exception {
        listen(new Entrance.Limits(PATIENCE, PATIENCE, SOON, Duration.ofMillis(200)));
        int before = threads.count();
        try (var client = new Client()) {
            client.send(token() + "\n");
            Thread flood = new Thread(() -> client.flood("help\n".repeat(1_000)), "flood");
            flood.start();
            flood.join();
            threads.join(before);
        }
        connect(token()).close();
    }

    @Test
    void answersTelnetInBetween() throws Exception {
        listen(PROGRAM);
        try (var client = new Client()) {
            client.sendBytes(255, 251, 31, 255, 253, 1);
            client.send(token() + "\r\n");
            client.sendBytes(255, 250, 31, 0, 60, 0, 24, 255, 240);
            client.send("ps\r\nexit\r\n");
            String text = client.rest();
            assertThat(text).startsWith("\u00FF\u00FD\u001F\u00FF\u00FC\u0001").contains("\r\n");
            assertThat(text.lines()).allMatch(line -> line.length() <= 66);
        }
    }

    @Test
    void anUrgentInterruptStaysInItsPlace() throws Exception {
        listen(PERSON);
        try (var client = new Client()) {
            client.upTo("Token: ");
            client.send(token() + "\r\n");
            client.upTo("clew 4242> ");
            client.send("wher");
            client.sendBytes(255, 244, 255);
            client.urgent(242);
            client.sendBytes(255, 253, 6);
            client.send("status\r\n");
            assertThat(client.upTo("own CPU time")).contains("clew 4242> \u00FF\u00FB\u0006\r\nclew 4242> ")
                    .doesNotContain("no such command");
        }
    }

    @Test
    void closingEndsEveryConversation() throws Exception {
        listen(PERSON);
        var watching = new Client();
        watching.upTo("Token: ");
        watching.send(token() + "\r\nwatch\r\n");
        watching.upTo("clew 4242> ");
        var script = new Client();
        script.upTo("Token: ");
        var target = connect(token());
        server.close();
        threads.join(0);
        assertThatThrownBy(() -> target.ask(new Question.Status())).isInstanceOf(Refusal.class);
        watching.close();
        script.close();
    }

    @Test
    void theSocketIgnoresATokenThatAForwarderMayHaveNeeded() throws Exception {
        try (var target = RemoteTarget.connect(Address.parse("unix:" + server.socket()),
                Token.of("x".repeat(32), "it"), PATIENCE)) {
            assertThat(((TaskList) target.ask(new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false)))
                    .tasks()).isNotEmpty();
        }
        RemoteTarget.connect(Address.parse(server.socket().toString()), null, PATIENCE).close();
    }

    @Test
    void rolesAreOrdered() {
        assertThat(Role.ACT.allows(Role.READ)).isTrue();
        assertThat(Role.READ.allows(Role.ACT)).isFalse();
        assertThat(Role.ACT.allows(Role.EVAL)).isFalse();
    }

    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket();
        private final BufferedReader reader;

        Client() throws IOException {
            Address.Remote at = Listen.parse(listener.address(), null, null).at();
            socket.connect(new InetSocketAddress(at.host(), at.port()));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            // Bytes as they are: what telnet says is no Unicode.
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void sendBytes(int... bytes) throws IOException {
            for (int each : bytes) {
                socket.getOutputStream().write(each);
            }
        }

        void urgent(int value) throws IOException {
            socket.sendUrgentData(value);
        }

        void flood(String text) {
            try {
                for (int i = 0; i < 100; i++) {
                    send(text);
                }
            } catch (IOException e) {
                // It was sent away, as it should be.
            }
        }

        void shut() throws IOException {
            socket.shutdownOutput();
        }

        String line() throws IOException {
            return reader.readLine();
        }

        String upTo(String end) throws IOException {
            var text = new StringBuilder();
            while (text.indexOf(end) < 0) {
                int c = reader.read();
                assertThat(c).as(() -> "the end, after " + text).isNotNegative();
                text.append((char) c);
            }
            return text.toString();
        }

        String rest() throws IOException {
            var text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
