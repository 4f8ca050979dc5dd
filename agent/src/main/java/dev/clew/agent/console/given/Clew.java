// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console.given;

import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.text.Screen;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The variable {@code clew} of a console: asks Clew about tasks, and prints to the console. */
public final class Clew {

    private static final Map<String, Clew> GIVEN = new ConcurrentHashMap<>();
    private static final int WIDTH = 160;

    private final Target target;
    private final Supplier<Map<String, Object>> published;
    private final PrintStream out;

    /** Makes one that asks a target, knows what the application shows, and prints nowhere. */
    public Clew(Target target, Supplier<Map<String, Object>> published) {
        this(target, published, null);
    }

    private Clew(Target target, Supplier<Map<String, Object>> published, PrintStream out) {
        this.target = target;
        this.published = published;
        this.out = out;
    }

    /** Returns the same that prints to a stream. */
    public Clew printing(PrintStream stream) {
        return new Clew(target, published, stream);
    }

    /** Gives one to a console; takes it back with null. */
    public static void give(String session, Clew clew) {
        if (clew == null) {
            GIVEN.remove(session);
        } else {
            GIVEN.put(session, clew);
        }
    }

    /** Returns what was given to a console. */
    public static Clew of(String session) {
        return GIVEN.get(session);
    }

    /** Returns what prints to the console; {@code System.out} is the application's. */
    public PrintStream out() {
        return out;
    }

    /** Returns the object that the application shows by a name, or null if there is none. */
    public Object get(String name) {
        return published.get().get(name);
    }

    /** Returns the names of what the application shows. */
    public List<String> names() {
        return List.copyOf(published.get().keySet());
    }

    /** Returns the live tasks. */
    public Told tasks() {
        return ask("ps");
    }

    /** Returns the live tasks that a filter lets through, for example {@code kind:pool age>10s}. */
    public Told tasks(String filter) {
        return told(new Question.Ps(null, List.of(), List.of(), null, 1000, false, false, false, filter, null));
    }

    /** Returns one task, live or ended. */
    public Task task(long id) {
        return ((Whereabouts) answer(new Question.Where(id))).task();
    }

    /** Returns where a task is, and where it came from. */
    public Told where(long id) {
        return told(new Question.Where(id));
    }

    /** Returns the live tasks as a list, for statements that count or choose. */
    public List<Task> list() {
        return ((TaskList) answer(new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false))).tasks();
    }

    /** Answers a command as the command line does, for example {@code ps-terminated --outcome failed}. */
    public Told ask(String command) {
        try {
            if (Grammar.parse(Words.of(command)) instanceof Request.Ask asked) {
                return told(asked.question());
            }
            throw new IllegalArgumentException("\"" + command + "\" asks nothing");
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.line());
        }
    }

    private Told told(Question question) {
        Answer answer = answer(question);
        return new Told(answer, new Screen(WIDTH, Clock.systemUTC()).answer(question, answer));
    }

    private Answer answer(Question question) {
        try {
            return target.ask(question);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.line());
        }
    }

    @Override
    public String toString() {
        return "tasks() list() task(17) where(17) ask(\"ps-terminated\") names() get(\"orders\") out()";
    }
}
