// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.Notice;
import dev.clew.monitor.Question;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.Screen;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.Server;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path home;

    private final List<Server> servers = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path directory;

    @BeforeEach
    void chooseDirectory() {
        directory = home.resolve("s");
    }

    @AfterEach
    void close() {
        servers.forEach(Server::close);
    }

    @Test
    void asksTheOnlyWatchedJvm() throws Exception {
        watch(41);

        assertThat(run("signal", "HUP")).isZero();
        assertThat(out()).isEqualTo("41 was asked for Signal[name=HUP]\n");
    }

    @Test
    void asksTheJvmThatIsNamed() throws Exception {
        watch(41);
        watch(42);

        assertThat(run("-p", "42", "detach")).isZero();
        assertThat(run("detach", "41")).isZero();
        assertThat(run("-a", directory.resolve("41.sock").toString(), "cancel", "7", "--json")).isZero();
        assertThat(out()).isEqualTo("""
                42 was asked for Detach[]
                41 was asked for Detach[]
                {"text":"41 was asked for Cancel[id=7, waitMillis=1000, reason=null]"}
                """);
    }

    @Test
    void namesTheChoiceBetweenSeveral() throws Exception {
        watch(41);
        watch(42);

        assertThat(run("ps")).isEqualTo(2);
        assertThat(err()).isEqualTo("clew: several JVMs are watched; choose one: -p 41, -p 42\n");
    }

    @Test
    void saysThatNoneIsWatched() {
        assertThat(run("ps")).isEqualTo(1);
        assertThat(err()).isEqualTo(
                "clew: no JVM is watched; clew attach PID watches one; clew list shows them all\n");
    }

    @Test
    void tellsANotWatchedProcessFromNone() {
        long own = ProcessHandle.current().pid();

        assertThat(run("-p", "" + own, "ps")).isEqualTo(1);
        assertThat(run("-p", "999999999", "ps")).isEqualTo(1);
        assertThat(err()).isEqualTo("clew: process " + own + " is not watched; clew attach " + own + " watches it\n"
                + "clew: no process 999999999; clew list shows the JVMs\n");
    }

    @Test
    void refusesWrongUsageBeforeItLooksForATarget() {
        assertThat(run("pss")).isEqualTo(2);
        assertThat(run("ps", "--jsn")).isEqualTo(2);
        assertThat(run("lst")).isEqualTo(2);
        assertThat(run("attach")).isEqualTo(2);
        assertThat(run("exit")).isEqualTo(2);
        assertThat(err().lines()).hasSize(5).allMatch(line -> line.matches("clew: .+; .+"));
    }

    @Test
    void explainsCommandsWithoutATarget() {
        assertThat(run("ps", "--help")).isZero();
        assertThat(run("help")).isZero();
        assertThat(out()).contains("ps [options] [FILTER]\n    list the live tasks", "clew attach PID");
    }

    @Test
    void runsTheCommandsOfAFileAndEndsWithTheWorstStatus() throws Exception {
        watch(41);
        Path file = Files.writeString(directory.resolve("commands"), "signal HUP\nfly\nsignal HUP\n");

        assertThat(run("exec", file.toString())).isEqualTo(2);
        assertThat(out().lines()).hasSize(2);
        assertThat(err()).isEqualTo("clew: no such command \"fly\"; help lists the commands\n");
        assertThat(run("exec", "/no/such/file")).isEqualTo(1);
        assertThat(run("exec")).isEqualTo(2);
    }

    @Test
    void printsAScriptThatCompletes() {
        assertThat(run("completion", "bash")).isZero();
        assertThat(out()).contains("complete -o default -F _clew clew");
        assertThat(run("completion", "csh")).isEqualTo(2);
    }

    @Test
    void neverGoesOnForEverWhereNobodyWatches() throws Exception {
        watch(41);

        assertThat(run("ps", "--watch", "2s")).isEqualTo(2);
        assertThat(run("watch")).isEqualTo(2);
        assertThat(err()).contains("nobody is here to end --watch", "nobody is here to end watch");
    }

    @Test
    void listsWatchedJvmsAndRemovesWhatTheDeadLeft() throws Exception {
        watch(41);
        Path left = directory.resolve("40.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(left));
        }

        assertThat(run("list")).isZero();
        assertThat(out()).containsPattern("41 +shop +com.acme.Shop +25 +yes");
        assertThat(left).doesNotExist();
        assertThat(run("list", "--json")).isZero();
        assertThat(out()).contains("{\"pid\":41,\"name\":\"shop\",\"mainClass\":\"com.acme.Shop\",\"jdk\":\"25\","
                + "\"watched\":\"yes\",\"clew\":\"0.1\",\"socket\":\"" + directory.resolve("41.sock")
                + "\",\"address\":null}");
    }

    @Test
    void readsCommandsFromAPipe() throws Exception {
        watch(41);

        assertThat(run(new StringReader("signal HUP\n# remark\nfly\n"), new String[0])).isEqualTo(2);
        assertThat(out()).isEqualTo("41 was asked for Signal[name=HUP]\n");
    }

    @Test
    void refusesToAttachToWhatIsNoJvm() throws Exception {
        System.setProperty("clew.jar", directory.getParent().toString());
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(run("attach", "" + sleeper.pid())).isEqualTo(1);
            assertThat(err()).isEqualTo("clew: process " + sleeper.pid()
                    + " is not a JVM; clew list shows the JVMs\n");
            assertThat(sleeper.isAlive()).isTrue();
        } finally {
            sleeper.destroy();
        }
    }

    private void watch(long pid) throws Exception {
        var greeting = new Greeting("0.1", Greeting.PROTOCOL, pid, "shop", "com.acme.Shop", "25");
        servers.add(Server.open(directory, greeting, new Echo(pid), work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
    }

    private int run(String... words) {
        return run(new StringReader(""), words);
    }

    private int run(StringReader in, String... words) {
        var around = new Surroundings(new BufferedReader(in), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, new Screen(160, Clock.systemUTC()));
        return new Main(around, new Machine(List.of(directory))).run(List.of(words));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private record Echo(long pid) implements Target {

        @Override
        public Notice ask(Question question) {
            return new Notice(pid + " was asked for " + question);
        }

        @Override
        public void close() {}
    }
}
