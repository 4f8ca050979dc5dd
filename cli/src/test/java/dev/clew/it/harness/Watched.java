// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tasks of a program that is watched, asked over its socket.
 *
 * @param target the connection
 */
public record Watched(RemoteTarget target) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Connects to a socket. */
    public static Watched at(Path socket) {
        try {
            return new Watched(RemoteTarget.connect(socket));
        } catch (Refusal e) {
            throw new AssertionError(e.line(), e);
        }
    }

    /** Begins to say what a live task is like; folded stages count, Clew's and the JVM's own tasks do not. */
    public TaskExpectation expectTask() {
        return new TaskExpectation(new Live(), PATIENCE);
    }

    /** Begins to say what an ended task is like. */
    public EndingExpectation expectEnding() {
        return new EndingExpectation(new Ended(), PATIENCE);
    }

    /** Returns the answer to a question. */
    public <A extends Answer> A ask(Class<A> type, Question question) {
        try {
            return type.cast(target.ask(question));
        } catch (Refusal e) {
            throw new AssertionError(question + " was refused: " + e.line(), e);
        }
    }

    /** Returns every live task whose name, site, thread or stack has a text; all if it is null. */
    public TaskList live(String text) {
        return ask(TaskList.class, new Question.Ps(text, List.of(), List.of(), null, 0, false, false, true));
    }

    /** Returns every ended task whose name, site, thread, stack or error has a text; all if it is null. */
    public TaskList ended(String text) {
        return ask(TaskList.class,
                new Question.PsTerminated(text, List.of(), List.of(), null, 0, false, false, false, true));
    }

    /** Returns every task, live or ended, Clew's and the JVM's own included. */
    public List<Task> everything() {
        TaskList live = ask(TaskList.class,
                new Question.Ps(null, List.of(), List.of(), null, 0, false, true, true));
        TaskList ended = ask(TaskList.class,
                new Question.PsTerminated(null, List.of(), List.of(), null, 0, false, false, true, true));
        return Stream.concat(live.tasks().stream(), ended.tasks().stream()).toList();
    }

    /** Returns every task counted by its site, Clew's and the JVM's own left out. */
    public SiteList sites() {
        return ask(SiteList.class, new Question.Sites(null, List.of(), null, 0, 0, null, false));
    }

    /** Returns every ended task of a kind. */
    public List<Task> ended(Kind kind) {
        return ended((String) null).tasks().stream().filter(task -> task.kind() == kind).toList();
    }

    /** Returns a task with its lineage. */
    public Whereabouts where(Task task) {
        return ask(Whereabouts.class, new Question.Where(task.id()));
    }

    /** Returns an ended task with its lineage. */
    public Whereabouts whereTerminated(Task task) {
        return ask(Whereabouts.class, new Question.WhereTerminated(task.id()));
    }

    /** Cancels a task. */
    public ActReport cancel(Task task, long waitMillis, String reason) {
        return ask(ActReport.class, new Question.Cancel(task.id(), waitMillis, reason));
    }

    /** Returns what Clew does there. */
    public StatusReport status() {
        return ask(StatusReport.class, new Question.Status());
    }

    @Override
    public void close() {
        target.close();
    }

    private final class Live implements Tasks {

        @Override
        public String what() {
            return "live tasks";
        }

        @Override
        public List<Task> now() {
            return live(null).tasks();
        }

        @Override
        public Whereabouts where(long id) {
            return whereOrNull(id);
        }
    }

    private final class Ended implements Tasks {

        @Override
        public String what() {
            return "ended tasks";
        }

        @Override
        public List<Task> now() {
            return ended((String) null).tasks();
        }

        @Override
        public Whereabouts where(long id) {
            return whereOrNull(id);
        }
    }

    private Whereabouts whereOrNull(long id) {
        try {
            return (Whereabouts) target.ask(new Question.Where(id));
        } catch (Refusal e) {
            return null;
        }
    }
}
