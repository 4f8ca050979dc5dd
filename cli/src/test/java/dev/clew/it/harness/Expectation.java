// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a task is expected to be like, one condition after another, until it is looked for.
 *
 * @param <E> the expectation itself
 */
public abstract class Expectation<E extends Expectation<E>> {

    private static final int MOST_SHOWN = 12;

    private final Tasks tasks;
    private final Duration patience;
    private final List<Condition<Task>> conditions = new ArrayList<>();
    private final List<Condition<Whereabouts>> lineage = new ArrayList<>();

    /** Something that a task is expected to be, and how to say what it is instead. */
    private record Condition<T>(String words, Predicate<T> test, Function<T, String> instead) {}

    Expectation(Tasks tasks, Duration patience) {
        this.tasks = tasks;
        this.patience = patience;
    }

    abstract E self();

    E task(String words, Predicate<Task> test, Function<Task, String> instead) {
        conditions.add(new Condition<>(words, test, instead));
        return self();
    }

    E lineage(String words, Predicate<Whereabouts> test, Function<Whereabouts, String> instead) {
        lineage.add(new Condition<>(words, test, instead));
        return self();
    }

    /** Its name contains this. */
    public E named(String part) {
        return task("named \"" + part + "\"", task -> task.name().contains(part),
                task -> "named \"" + task.name() + "\"");
    }

    /** It is of this kind. */
    public E kind(Kind kind) {
        return task("of kind " + kind.word(), task -> task.kind() == kind, task -> "of kind " + task.kind().word());
    }

    /** It runs or ran on a thread whose name contains this. */
    public E on(String thread) {
        return task("on thread \"" + thread + "\"", task -> task.thread() != null && task.thread().contains(thread),
                task -> "on thread " + task.thread());
    }

    /** A task whose name contains this created it. */
    public E createdBy(String parent) {
        return task("created by \"" + parent + "\"",
                task -> task.parent().name() != null && task.parent().name().contains(parent),
                task -> "created by " + task.parent());
    }

    /** Its site is a method given like {@code Main.start}. */
    public E site(String method) {
        return task("at site " + method, task -> task.site() != null && matches(task.site(), method),
                task -> "at site " + (task.site() == null ? "none" : task.site().brief()));
    }

    /** It has begun at least so many runs. */
    public E runs(long least) {
        return task("with " + least + " runs or more", task -> task.runs() >= least, task -> task.runs() + " runs");
    }

    /** The stack of its creation has a method given like {@code Main.start}. */
    public E originFrame(String method) {
        return lineage("with " + method + " in the stack of its creation", where -> {
            List<OriginStep> steps = where.origin();
            return !steps.isEmpty() && has(steps.get(steps.size() - 1).stack(), method);
        }, where -> "created at " + where.origin().stream().map(Expectation::brief).collect(Collectors.joining(", ")));
    }

    /** Its present stack, or the one where it failed, has a method given like {@code Main.run}. */
    public E stackFrame(String method) {
        return lineage("with " + method + " in its stack", where -> has(where.stack(), method),
                where -> "stack " + brief(where.stack()));
    }

    static boolean has(List<Frame> stack, String method) {
        return stack.stream().anyMatch(frame -> matches(frame, method));
    }

    private static boolean matches(Frame frame, String method) {
        return (frame.simpleClass() + '.' + frame.method()).contains(method);
    }

    private static String brief(OriginStep step) {
        return (step.name() == null ? step.reason() : step.name()) + " " + brief(step.stack());
    }

    static String brief(List<Frame> stack) {
        return stack.stream().limit(MOST_SHOWN).map(Frame::brief).collect(Collectors.joining(" < ", "[", "]"));
    }

    /** Waits until there is such a task, and returns the first one. */
    public Task found() {
        return await(found -> !found.isEmpty(), "at least one").get(0);
    }

    /** Waits until there is exactly one such task, and returns it. */
    public Task once() {
        return await(found -> found.size() == 1, "exactly one").get(0);
    }

    /** Waits until there are exactly so many such tasks, and returns them. */
    public List<Task> times(int count) {
        return await(found -> found.size() == count, "exactly " + count);
    }

    /** Waits until there is no such task. */
    public void gone() {
        await(List::isEmpty, "none");
    }

    private List<Task> await(Predicate<List<Task>> enough, String count) {
        var last = new ArrayList<Task>();
        boolean found = Patience.until(patience, () -> {
            last.clear();
            tasks.now().stream().filter(this::meets).forEach(last::add);
            return enough.test(last);
        });
        if (!found) {
            throw new AssertionError(message(count, last));
        }
        return List.copyOf(last);
    }

    private boolean meets(Task task) {
        if (!conditions.stream().allMatch(condition -> condition.test.test(task))) {
            return false;
        }
        Whereabouts where = lineage.isEmpty() ? null : tasks.where(task.id());
        return lineage.isEmpty() || where != null
                && lineage.stream().allMatch(condition -> condition.test.test(where));
    }

    private String message(String count, List<Task> found) {
        var text = new StringBuilder("expected ").append(count).append(" of the ").append(tasks.what())
                .append(" to be ").append(words()).append(", but ")
                .append(found.isEmpty() ? "none is" : found.size() + " are");
        List<Miss> misses = tasks.now().stream().map(this::miss).sorted(Comparator.comparing(Miss::count)).toList();
        misses.stream().limit(MOST_SHOWN).forEach(miss -> text.append("\n  ").append(miss.text()));
        if (misses.size() > MOST_SHOWN) {
            text.append("\n  and ").append(misses.size() - MOST_SHOWN).append(" more");
        }
        return text.append(misses.isEmpty() ? "\n  there are none at all" : "").toString();
    }

    private String words() {
        var words = new ArrayList<String>();
        conditions.forEach(condition -> words.add(condition.words));
        lineage.forEach(condition -> words.add(condition.words));
        return String.join(", ", words);
    }

    /** How far a task is from what is expected. */
    private record Miss(int count, String text) {}

    private Miss miss(Task task) {
        var instead = new ArrayList<String>();
        conditions.stream().filter(condition -> !condition.test.test(task))
                .forEach(condition -> instead.add(condition.instead.apply(task)));
        Whereabouts where = lineage.isEmpty() || !instead.isEmpty() ? null : tasks.where(task.id());
        lineage.stream().filter(condition -> where != null && !condition.test.test(where))
                .forEach(condition -> instead.add(condition.instead.apply(where)));
        String name = "#" + task.id() + " " + task.kind().word() + " " + task.name() + " ("
                + (task.ending() == null ? task.state().word() : task.ending().outcome().word()) + ")";
        return new Miss(instead.size(), instead.isEmpty() ? name + " is" : name + " is " + String.join(", ", instead));
    }
}
