// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.View;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.Pulse;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.Target;
import dev.clew.monitor.query.SourceTarget;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FeedTest {

    private static final Greeting GREETING = new Greeting("0.1.0", 1, 4242, "shop", "com.acme.shop.Shop", "25.0.3+9");
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Question COUNTS = new Question.Overview(null, 0, null, null, null, 0, 0, false, false);
    private static final Question DETAIL = new Question.Overview(View.TASK, 42, null, null, null, 0, 0, false, false);

    @TempDir
    private Path home;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private Server server;

    private void open(Target target, Duration patience) throws Refusal {
        server = Server.open(home.resolve("s"), GREETING, target, work -> {
            var thread = new Thread(work, "clew-wire");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        }, patience);
    }

    private Feed feed() throws Refusal {
        return RemoteTarget.connect(server.socket()).feed(OFTEN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsOfChangesAndOtherwiseOnlyThatItIsThere() throws Exception {
        var target = new Changing();
        open(target, LONG);
        try (Feed feed = feed()) {
            feed.ask(COUNTS);
            assertThat(feed.next(LONG)).isEqualTo(new Feed.News(COUNTS, new Notice("one")));
            assertThat(feed.next(LONG).answer()).isInstanceOf(Pulse.class);
            target.says = "two";
            assertThat(change(feed)).isEqualTo(new Notice("two"));
        }
    }

    private static Answer change(Feed feed) throws Refusal {
        Answer answer = feed.next(LONG).answer();
        while (answer instanceof Pulse) {
            answer = feed.next(LONG).answer();
        }
        return answer;
    }

    @Test
    void answersTheLatestQuestionWhileAnEarlierOneIsUnderWay() throws Exception {
        open(new Changing(), LONG);
        try (Feed feed = feed()) {
            feed.ask(COUNTS);
            feed.next(LONG);
            var asker = new Thread(() -> feed.ask(DETAIL));
            asker.start();
            Feed.News news = feed.next(LONG);
            while (news == null || news.question() == COUNTS) {
                news = feed.next(LONG);
            }
            asker.join();
            assertThat(news).isEqualTo(new Feed.News(DETAIL, new Notice("one")));
        }
    }

    @Test
    void waitsNoLongerThanAllowed() throws Exception {
        open(new Changing(), LONG);
        try (Feed feed = feed()) {
            assertThat(feed.next(Duration.ofMillis(20))).isNull();
            assertThat(feed.broken()).isFalse();
        }
    }

    @Test
    void goesOnAfterAQuestionThatWasRefused() throws Exception {
        open(new SourceTarget(new StorySource()), LONG);
        try (Feed feed = feed()) {
            feed.ask(overview("state:flying"));
            assertThatThrownBy(() -> feed.next(LONG)).isInstanceOf(Refusal.class).hasMessageContaining("no state flying");
            assertThat(feed.broken()).isFalse();
            Question better = overview("state:running");
            feed.ask(better);
            Overview answer = (Overview) feed.next(LONG).answer();
            assertThat(answer.tasks().matching()).isEqualTo(2);
            assertThat(answer.live()).isEqualTo(3);
        }
    }

    private static Question overview(String filter) {
        return new Question.Overview(View.TASKS, 0, filter, null, null, 0, 10, false, false);
    }

    @Test
    void answersNothingElseAgainAndAgain() throws Exception {
        open(new SourceTarget(new StorySource()), LONG);
        try (Feed feed = feed()) {
            feed.ask(new Question.Cancel(42, 0, null));
            assertThatThrownBy(() -> feed.next(LONG)).hasMessage("only an overview is answered again");
        }
    }

    @Test
    void tellsThatTheTargetHasGone() throws Exception {
        open(new Changing(), LONG);
        try (Feed feed = feed()) {
            feed.ask(COUNTS);
            feed.next(LONG);
            server.close();
            assertThatThrownBy(() -> change(feed)).hasMessage("process 4242 has gone");
            assertThat(feed.broken()).isTrue();
        }
    }

    @Test
    void dropsAClientThatTakesNothing() throws Exception {
        var target = new Changing();
        target.says = null;
        open(target, Duration.ofMillis(300));
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(server.socket()))) {
            client.write(ByteBuffer.wrap("{\"id\":1,\"ask\":\"overview\",\"every\":100}\n"
                    .getBytes(StandardCharsets.UTF_8)));
            while (threads.size() < 2) {
                Thread.onSpinWait();
            }
            threads.get(1).join();
        }
        assertThat(threads.get(1).isAlive()).isFalse();
    }

    @Test
    void restsLongAfterALongLook() throws Exception {
        var target = new Changing();
        target.millis = 200;
        open(target, LONG);
        try (Feed feed = feed()) {
            feed.ask(COUNTS);
            feed.next(LONG);
            long begun = System.nanoTime();
            int before = target.looks.get();
            while (target.looks.get() == before) {
                feed.next(Duration.ofMillis(50));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_500));
        }
    }

    /** Says something, in the end something else. */
    private static final class Changing implements Target {

        private final AtomicInteger looks = new AtomicInteger();
        private volatile String says = "one";
        private volatile long millis;

        @Override
        public Answer ask(Question question) {
            long until = System.nanoTime() + millis * 1_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            looks.incrementAndGet();
            return new Notice(says == null ? "x".repeat(1 << 20) + looks.get() : says);
        }

        @Override
        public void close() {}
    }
}
