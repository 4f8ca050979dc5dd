// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.OwnCommand;
import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandList;
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
import java.util.function.Function;

/**
 * The tasks of a target a moment ago, and the commands of its application, for completion: fetched in the background, never waited for beyond a bound.
 *
 * <p><b>Threads</b>: one asks; each fetch has a thread of its own, and there is one at a time for each list.
 */
final class Snapshot {

    private static final int MOST = 500;
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connector connector;
    private final Duration bound;
    private final Fetch<List<Task>> live;
    private final Fetch<List<Task>> ended;
    private final Fetch<List<OwnCommand>> own;
    private Fetch<List<String>> choices;
    private Question.Complete completed;

    /** Opens a connection of its own, so that a question that is under way is not waited for. */
    interface Connector {

        /** Connects, and gives up when nothing comes for so long. */
        Target connect(Duration patience) throws Refusal;
    }

    Snapshot(Connector connector, Duration bound) {
        this.connector = connector;
        this.bound = bound;
        this.live = new Fetch<>(new Question.Ps(null, List.of(), List.of(), "-id", MOST, false, false, false),
                answer -> ((TaskList) answer).tasks(), List.of());
        this.ended = new Fetch<>(new Question.PsTerminated(null, List.of(), List.of(), null, MOST, false, false, false,
                false), answer -> ((TaskList) answer).tasks(), List.of());
        this.own = new Fetch<>(new Question.Commands(), answer -> ((CommandList) answer).commands(), List.of());
    }

    /** Begins to fetch the live tasks and the commands, so that they are there when somebody asks. */
    void prepare() {
        live.renew();
        own.renew();
    }

    /** Returns the newest live tasks; none if the target does not tell in time. */
    List<Task> live() {
        return live.newest();
    }

    /** Returns the tasks that ended last; none if the target does not tell in time. */
    List<Task> ended() {
        return ended.newest();
    }

    /** Returns the commands that the application adds; none if the target does not tell in time. */
    List<OwnCommand> own() {
        return own.newest();
    }

    /** Returns how the last of some words behind an application's command can go on; nothing if that takes too long. */
    List<String> choices(String command, List<String> words) {
        var asked = new Question.Complete(command, List.copyOf(words));
        if (!asked.equals(completed)) {
            completed = asked;
            choices = new Fetch<>(asked, answer -> ((ChoiceList) answer).choices(), List.of());
        }
        return choices.newest();
    }

    /** One list, and the fetch of it that is under way. */
    private final class Fetch<T> {

        private final Question question;
        private final Function<Answer, T> reader;
        private final T nothing;
        private CompletableFuture<T> latest;
        private volatile long doneAt;

        Fetch(Question question, Function<Answer, T> reader, T nothing) {
            this.question = question;
            this.reader = reader;
            this.nothing = nothing;
        }

        void renew() {
            if (latest == null || latest.isDone() && System.nanoTime() - doneAt > FRESH.toNanos()) {
                latest = start();
            }
        }

        T newest() {
            renew();
            try {
                return latest.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return nothing;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return nothing;
            }
        }

        private CompletableFuture<T> start() {
            var future = new CompletableFuture<T>();
            var thread = new Thread(() -> {
                T fetched = fetch();
                doneAt = System.nanoTime();
                future.complete(fetched);
            }, "clew-completion");
            thread.setDaemon(true);
            thread.start();
            return future;
        }

        private T fetch() {
            try (Target target = connector.connect(PATIENCE)) {
                return reader.apply(target.ask(question));
            } catch (Refusal | RuntimeException e) {
                // Whoever asks for candidates gets none; the command itself says what is wrong.
                return nothing;
            }
        }
    }
}
