// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineShellTest {

    private static final long PID = 4242;
    private static final String PROMPT = "> ";

    @TempDir
    private Path directory;
    private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Desk> desks = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private volatile List<Task> tasks = List.of(task(57, "Mail"), task(42, "OrderJob"));
    private volatile boolean hangs;
    private Server server;
    private volatile long pid = PID;

    @BeforeEach
    void open() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        environment.put("TERM", "xterm");
        environment.put("CLEW_DIR", directory.toString());
        server = serve(PID);
    }

    @AfterEach
    void close() throws Exception {
        never.countDown();
        for (Desk desk : desks) {
            desk.close();
        }
        server.close();
    }

    @Test
    void greetsAnswersAndLeaves() throws Exception {
        Desk desk = desk();
        desk.type("ps\r").await("OrderJob");
        desk.await(PROMPT);

        assertThat(desk.leave()).isZero();
        assertThat(desk.all()).contains("com.acme.Shop (process 4242, JDK 25), watched for", "clew 4242");
    }

    @Test
    void doesNothingForAnEmptyLine() throws Exception {
        Desk desk = desk();
        desk.type("\r").await(PROMPT);
        desk.type("   \r").await(PROMPT);
        desk.type("signal HUP\r").await("sent");

        assertThat(next(Question.Signal.class)).isEqualTo(new Question.Signal("HUP"));
    }

    @Test
    void goesOnAfterARefusal() throws Exception {
        Desk desk = desk();
        desk.type("fly\r").await("no such command \"fly\"");
        desk.type("ps kind:pol\r").await("no kind pol, did you mean pool?");
        desk.await("     ^");
        desk.type("signal HUP\r").await("sent");
    }

    @Test
    void offersLiveIdsWithNameStateAndSite() throws Exception {
        Desk desk = desk();
        desk.type("cancel \t");
        assertThat(desk.await("Checkout.order:77").replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", ""))
                .contains("57", "Mail", "waiting");
        desk.await("OrderJob");
        desk.type("5\t\r");

        assertThat(next(Question.Cancel.class).id()).isEqualTo(57);
    }

    @Test
    void offersTasksThatAreNew() throws Exception {
        Desk desk = desk();
        desk.type("cancel \t").await("OrderJob");
        tasks = List.of(task(911, "Late"));
        desk.type("9").insist("\t", "11");
        desk.type("\r");

        assertThat(next(Question.Cancel.class).id()).isEqualTo(911);
    }

    @Test
    void completesCommandsOptionsAndFilters() throws Exception {
        Desk desk = desk();
        desk.type("ps --gr\tki\t kind:vi\t -na\tOrd\t\r").await(PROMPT);

        assertThat(next(Question.Ps.class, q -> q.groupBy() != null || q.filter() != null))
                .isEqualTo(new Question.Ps(null, List.of(), List.of(), null, 1000, false, false, false,
                        "kind:virtual -name:OrderJob", "kind"));
    }

    @Test
    void neverWaitsLongForATargetThatHangs() throws Exception {
        hangs = true;
        Desk desk = desk();
        long begun = System.nanoTime();
        desk.type("cancel \t1234");
        desk.await("1234");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void stopsAnAnswerAndNotTheShell() throws Exception {
        Desk desk = desk();
        hangs = true;
        desk.type("ps\r");
        next(Question.Ps.class, q -> q.limit() == 1000);
        desk.type(Desk.CTRL_C).await("stopped before the answer came");
        desk.await(PROMPT);
        hangs = false;
        desk.type("ps\r").await("OrderJob");
    }

    @Test
    void stopsWatching() throws Exception {
        Desk desk = desk();
        desk.type("ps --watch 100ms\r");
        for (int i = 0; i < 3; i++) {
            next(Question.Ps.class, q -> q.limit() == 1000);
        }
        desk.type(Desk.CTRL_C).await(PROMPT);
        desk.type("signal HUP\r").await("sent");
    }

    @Test
    void forgetsALineAtCtrlC() throws Exception {
        Desk desk = desk();
        desk.type("signal TERM" + Desk.CTRL_C).await(PROMPT);
        desk.type("signal HUP\r").await("sent");

        assertThat(next(Question.Signal.class)).isEqualTo(new Question.Signal("HUP"));
    }

    @Test
    void remembersLinesOfEarlierShells() throws Exception {
        Desk first = desk();
        first.type("signal HUP\r").await("sent");
        first.type(" signal TERM\r").await("sent");
        first.leave();
        Desk second = desk();
        second.type(Desk.BACK + "\r").await("sent");

        assertThat(asked.stream().filter(Question.Signal.class::isInstance)).containsExactly(
                new Question.Signal("HUP"), new Question.Signal("TERM"), new Question.Signal("HUP"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("history"))))
                .isEqualTo("rw-------");
    }

    @Test
    void livesWithoutAHistory() throws Exception {
        Files.createDirectory(directory.resolve("history"));
        Desk desk = desk();
        desk.type("signal HUP\r").await("sent");
        desk.type(Desk.BACK + "\r").await("sent");
    }

    @Test
    void fitsAnswersToATerminalThatChanged() throws Exception {
        tasks = List.of(task(42, "OrderJobWithAVeryLongNameThatNeedsRoom"));
        Desk desk = desk();
        desk.type("ps\r").await("THREAD");
        desk.await(PROMPT);
        desk.resize(200, 50);
        desk.type("ps\r");
        desk.await("OrderJobWithAVeryLongNameThatNeedsRoom");
    }

    @Test
    void turnsPages() throws Exception {
        tasks = LongStream.range(1_000, 1_100).mapToObj(id -> task(id, "Job" + id)).toList();
        Desk desk = desk();
        desk.type("ps\r").await("lines 1-23 of 102");
        desk.type(" ").await("lines 24-46 of 102");
        desk.type("/job1090\r").await("lines 80-102 of 102");
        desk.type("g").await("lines 1-23");
        desk.type("q").await(PROMPT);
        desk.type("signal HUP\r").await("sent");
    }

    @Test
    void drawsAPageAgainInATerminalThatChanged() throws Exception {
        tasks = LongStream.range(1_000, 1_100).mapToObj(id -> task(id, "Job" + id)).toList();
        Desk desk = desk();
        desk.type("ps\r").await("lines 1-23 of 102");
        desk.resize(100, 11);
        desk.await("lines 1-10 of 102");
        desk.type(Desk.CTRL_C).await(PROMPT);
    }

    @Test
    void goesOnWithAProcessThatTookTheTargetsPlace() throws Exception {
        Desk desk = desk();
        server.close();
        pid = PID + 1;
        server = serve(pid);
        desk.type("cancel 42\r").await("process 4242 has gone, and process 4243 is shop now");
        desk.await("clew 4243");
        desk.type("signal HUP\r").await("sent");

        assertThat(asked).noneMatch(Question.Cancel.class::isInstance);
    }

    @Test
    void staysWhereNobodyTookTheTargetsPlace() throws Exception {
        Desk desk = desk();
        server.close();
        desk.type("ps\r").await("clew:");
        desk.await("clew 4242");
        server = serve(PID);
        desk.type("ps\r").await("OrderJob");
    }

    @Test
    void servesTwoAtOnce() throws Exception {
        Desk one = desk();
        Desk two = desk();
        one.type("ps --watch 100ms\r").await("OrderJob");
        two.type("signal HUP\r").await("sent");
        one.type(Desk.CTRL_C).await(PROMPT);
        one.type("signal TERM\r").await("sent");

        assertThat(next(Question.Signal.class)).isEqualTo(new Question.Signal("HUP"));
    }

    @Test
    void coloursOnlyWhereColoursAreWanted() throws Exception {
        Desk coloured = desk();
        coloured.type("ps\r").await("\u001b[1m");
        environment.put("NO_COLOR", "1");
        Desk plain = desk();
        plain.type("ps\r").await("OrderJob");
        plain.type("fly\r").await("no such command");
        assertThat(plain.all()).doesNotContain("\u001b[1m", "\u001b[31m");
        environment.remove("NO_COLOR");
        environment.put("TERM", "dumb");
        Desk dumb = desk();
        dumb.type("ps\r").await("OrderJob");
        assertThat(dumb.all()).doesNotContain("\u001b[1m", "\u001b[31m");
    }

    private Desk desk() throws Refusal, IOException {
        Desk desk = Desk.open(socket(), (last, since, patience) -> RemoteTarget.connect(socket(), patience), environment);
        desks.add(desk);
        return desk;
    }

    private Path socket() {
        return directory.resolve(pid + ".sock");
    }

    private Server serve(long pid) throws Refusal {
        var greeting = new Greeting("0.1.0", Greeting.PROTOCOL, pid, "shop", "com.acme.Shop", "25");
        return Server.open(directory, greeting, new Told(), work -> {
            var thread = new Thread(work, "server");
            thread.setDaemon(true);
            return thread;
        });
    }

    private <Q extends Question> Q next(Class<Q> type) throws InterruptedException {
        return next(type, question -> true);
    }

    private <Q extends Question> Q next(Class<Q> type, Predicate<Q> wanted)
            throws InterruptedException {
        while (true) {
            Question question = asked.poll(20, TimeUnit.SECONDS);
            assertThat(question).as("a question of type %s", type).isNotNull();
            if (type.isInstance(question) && wanted.test(type.cast(question))) {
                return type.cast(question);
            }
        }
    }

    private static Task task(long id, String name) {
        return new Task(id, Kind.VIRTUAL, name, State.WAITING, new Frame("com.acme.Checkout", "order", "Checkout.java", 77),
                Parent.root(), Instant.now(), null, "pool-1", null, false, 0, null, null);
    }

    private final class Told implements Target {

        @Override
        public Answer ask(Question question) throws Refusal {
            asked.add(question);
            if (question instanceof Question.Ps && hangs) {
                hang();
            }
            if (question instanceof Question.Ps || question instanceof Question.PsTerminated) {
                List<Task> all = question instanceof Question.Ps ? tasks : List.of();
                return new TaskList(all.size(), all.size(), all.size(), 0, 0, all);
            }
            return question instanceof Question.Status ? status() : new Notice("sent");
        }

        private void hang() {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private StatusReport status() {
            return new StatusReport("0.1", 1, pid, "shop", "com.acme.Shop", "25", Instant.now(), "attach", 3, 0, 0, 0, 0,
                    List.of(), 0, 0, List.of(), List.of(), List.of());
        }

        @Override
        public void close() {}
    }
}
