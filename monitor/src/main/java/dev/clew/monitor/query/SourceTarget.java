// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source;
import dev.clew.monitor.Target;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The near door: answers questions about the JVM it is in.
 *
 * @param source what the recorder tells
 */
public record SourceTarget(Source source) implements Target {

    /** No answer has more rows, whatever limit is asked for: it is made of the target's memory. */
    public static final int MOST_ROWS = 100_000;

    @Override
    public Answer ask(Question question) throws Refusal {
        if (question instanceof Question.Ps ps) {
            return live(ps);
        } else if (question instanceof Question.PsTerminated ps) {
            return ended(ps);
        } else if (question instanceof Question.Tree tree) {
            return tree(tree);
        } else if (question instanceof Question.Sites sites) {
            var rows = new Sites(sites);
            return rows.list(source.counts(rows.window()), limit(sites.limit()));
        } else if (question instanceof Question.Origins origins) {
            return Offshoots.tree(source.counts(Sites.USUAL_MILLIS), origins.system(), limit(origins.limit()));
        } else if (question instanceof Question.Where where) {
            return whereabouts(task(where.id()));
        } else if (question instanceof Question.WhereTerminated where) {
            return whereabouts(endedTask(where.id()));
        } else if (question instanceof Question.Cancel cancel) {
            return source.cancel(task(cancel.id()).id(), cancel.waitMillis(), cancel.reason());
        } else if (question instanceof Question.Interrupt interrupt) {
            return source.interrupt(task(interrupt.id()).id(), interrupt.reason());
        } else if (question instanceof Question.Stacktrace stacktrace) {
            return stacks(stacktrace);
        } else if (question instanceof Question.Preserve preserve) {
            return new Preserving(source).answer(preserve);
        } else if (question instanceof Question.Signal signal) {
            return signal(signal.name());
        } else if (question instanceof Question.Commands) {
            return source.own().list();
        } else if (question instanceof Question.Run run) {
            return source.own().run(run.command(), run.words(), run.reading());
        } else if (question instanceof Question.Complete complete) {
            return source.own().complete(complete.command(), complete.words());
        } else if (question instanceof Question.Overview overview) {
            return new Survey(this).of(overview);
        } else if (question instanceof Question.Status) {
            return source.status();
        } else if (question instanceof Question.Detach) {
            source.detach();
            return new Notice("Clew leaves the target");
        }
        throw Refusal.absent("there is no console here", "ask the target over its socket");
    }

    @Override
    public void close() {
        // The source belongs to whoever made it.
    }

    private Answer live(Question.Ps ps) throws Refusal {
        Filter filter = Filter.of(ps, moment(ps.filter()));
        if (ps.groupBy() != null) {
            var groups = new Groups(filter, Grouping.of(ps.groupBy(), false));
            source.glance(groups::see);
            return groups.list(ps.sort(), limit(ps.limit()), 0);
        }
        var list = new Shortlist(filter, Order.of(ps.sort(), "id"), limit(ps.limit()), ps.after());
        source.glance(list::see);
        return list.list(0);
    }

    private Answer ended(Question.PsTerminated ps) throws Refusal {
        Filter filter = Filter.of(ps, moment(ps.filter()));
        if (ps.groupBy() != null) {
            var groups = new Groups(filter, Grouping.of(ps.groupBy(), true));
            source.glanceBack(groups::see);
            return groups.list(ps.sort(), limit(ps.limit()), source.dropped());
        }
        var list = new Shortlist(filter, Order.of(ps.sort(), "-ended"), limit(ps.limit()));
        source.glanceBack(list::see);
        return list.list(source.dropped());
    }

    private TaskTree tree(Question.Tree asked) throws Refusal {
        var ps = new Question.Ps(null, List.of(), List.of(), null, 0, false, asked.system(), asked.all(),
                asked.filter(), null);
        var tree = new Tree(Filter.of(ps, moment(asked.filter())), source::task);
        source.live(tree::see);
        return tree.tree(limit(asked.limit()));
    }

    /** Returns the present for a filter; without one, nothing is asked of it. */
    Moment moment(String filter) {
        return new Moment(Instant.now(), filter == null ? null : source.status().since());
    }

    static int limit(int wanted) {
        return wanted <= 0 ? MOST_ROWS : Math.min(wanted, MOST_ROWS);
    }

    Whereabouts whereabouts(Task task) {
        boolean lives = task.state() != State.ENDED;
        List<Frame> stack = source.stack(task.id());
        Source.Interrupts interrupts = source.interrupts(task.id());
        Source.Victims victims = source.victims(task.id());
        return new Whereabouts(task, source.origin(task.id()), stack, stack.isEmpty() ? stackNote(task) : null,
                lives ? source.waiters(task.id()) : List.of(), lives ? source.completers(task.id()) : List.of(),
                lives ? List.of() : source.causes(task.id()), victims.shown(), victims.left(),
                interrupts.shown(), interrupts.left());
    }

    private static String stackNote(Task task) {
        return switch (task.state()) {
            case QUEUED -> "it has not begun";
            case RUNNING, BLOCKED -> "no stack could be taken";
            case WAITING -> "it runs on no thread now";
            case ENDED -> {
                Failure error = task.ending() == null ? null : task.ending().error();
                yield error == null ? "it ended without an error" : "its error has no stack";
            }
        };
    }

    private StackDump stacks(Question.Stacktrace asked) throws Refusal {
        if (asked.id() == 0) {
            return source.stacks(asked.all(), asked.limit());
        }
        Task task = task(asked.id());
        if (task.state() == State.ENDED) {
            throw Refusal.absent("task " + task.id() + " has ended", "where " + task.id() + " shows where");
        }
        var entry = new StackDump.Entry(task, task.state().word().toUpperCase(Locale.ROOT), source.stack(task.id()));
        return new StackDump(List.of(entry), 0);
    }

    private Notice signal(String name) throws Refusal {
        String plain = name.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
        if (plain.equals("QUIT")) { // the JVM blocks it in every thread that could raise it
            throw Refusal.absent("signal QUIT can't be sent from inside the JVM",
                    "kill -QUIT " + source.status().pid() + " sends it, and stacktrace all shows the stacks here");
        }
        if (!source.signal(plain)) {
            throw Refusal.absent("no signal " + plain + " on this system", "HUP, INT, TERM and USR2 are signals");
        }
        return new Notice("sent SIG" + plain + " to process " + source.status().pid());
    }

    private Task endedTask(long id) throws Refusal {
        Task task = task(id);
        if (task.state() != State.ENDED) {
            throw Refusal.absent("task " + id + " has not ended", "where " + id + " shows where it is");
        }
        return task;
    }

    private Task task(long id) throws Refusal {
        var task = source.task(id);
        if (task.isPresent()) {
            return task.get();
        }
        throw source.existed(id)
                ? Refusal.absent("task " + id + " ended and is no longer held",
                        "start the target with a larger history, or preserve such tasks")
                : Refusal.absent("no task " + id, "ps shows the live tasks, ps-terminated the ended ones");
    }
}
