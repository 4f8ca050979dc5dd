// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The tasks of a target a moment ago, for completion: fetched in the background, never waited for beyond a bound.
 *
 * <p><b>Threads</b>: one asks; each fetch has a thread of its own, and there is one at a time for each list.
 */
final class Snapshot {

    private static final int MOST = 500;
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connector connector;
    private final Duration bound;
    private final Fetch live;
    private final Fetch ended;

    /** Opens a connection of its own, so that a question that is under way is not waited for. */
    interface Connector {

        /** Connects, and gives up when nothing comes for so long. */
        Target connect(Duration patience) throws Refusal;
    }

    Snapshot(Connector connector, Duration bound) {
        this.connector = connector;
        this.bound = bound;
        this.live = new Fetch(new Question.Ps(null, List.of(), List.of(), "-id", MOST, false, false, false));
        this.ended = new Fetch(new Question.PsTerminated(null, List.of(), List.of(), null, MOST, false, false, false,
                false));
    }

    /** Begins to fetch the live tasks, so that they are there when somebody asks. */
    void prepare() {
        live.renew();
    }

    /** Returns the newest live tasks; none if the target does not tell in time. */
    List<Task> live() {
        return live.tasks();
    }

    /** Returns the tasks that ended last; none if the target does not tell in time. */
    List<Task> ended() {
        return ended.tasks();
    }

    /** One list, and the fetch of it that is under way. */
    private final class Fetch {

        private final Question question;
        private CompletableFuture<List<Task>> latest;
        private volatile long doneAt;

        Fetch(Question question) {
            this.question = question;
        }

        void renew() {
            if (latest == null || latest.isDone() && System.nanoTime() - doneAt > FRESH.toNanos()) {
                latest = start();
            }
        }

        List<Task> tasks() {
            renew();
            try {
                return latest.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return List.of();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        private CompletableFuture<List<Task>> start() {
            var future = new CompletableFuture<List<Task>>();
            var thread = new Thread(() -> {
                List<Task> tasks = fetch();
                doneAt = System.nanoTime();
                future.complete(tasks);
            }, "clew-completion");
            thread.setDaemon(true);
            thread.start();
            return future;
        }

        private List<Task> fetch() {
            try (Target target = connector.connect(PATIENCE)) {
                return ((TaskList) target.ask(question)).tasks();
            } catch (Refusal | RuntimeException e) {
                // Whoever asks for candidates gets none; the command itself says what is wrong.
                return List.of();
            }
        }
    }
}
