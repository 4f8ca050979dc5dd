// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Arrival;
import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares single tasks of one round with the truth, field by field. */
final class Portrait {

    private final Map<Integer, Truth> truths = new HashMap<>();
    private final Map<Integer, Task> places;
    private final Task main;
    private final Evidence evidence;
    private final Arrival arrival;
    private List<Difference> differences;
    private List<String> unknown;
    private String node;

    Portrait(List<Truth> truths, Map<Integer, Task> places, Task main, Evidence evidence, Arrival arrival) {
        truths.stream().filter(truth -> !truth.isThreadOfAnother())
                .forEach(truth -> this.truths.put(truth.node(), truth));
        this.places = places;
        this.main = main;
        this.evidence = evidence;
        this.arrival = arrival;
    }

    /** Compares a task with its truth. */
    void compare(Truth truth, Task task, List<Difference> into, List<String> notKnown) {
        differences = into;
        unknown = notKnown;
        node = truth.label() + " (task " + task.id() + ")";
        check("kind", truth.kind(), task.kind());
        check("name", truth.name(), task.name());
        check("parent's name", name(truth.parent()), evidence.maker(task).name());
        check("site", truth.site(), place(task.site()));
        check("runs", truth.runs(), task.runs());
        Whereabouts where = evidence.lineages().get(task.id());
        if (where == null) {
            check("lineage", "there", null);
            return;
        }
        lineage(truth, where);
        if (!truth.isThreadOfAnother()) {
            ending(truth, task, where);
        }
    }

    private String name(int number) {
        return number < 0 ? "main" : truths.get(number).name();
    }

    private static String place(Frame frame) {
        return frame == null ? null : frame.className() + "." + frame.method();
    }

    private void lineage(Truth truth, Whereabouts where) {
        List<String> expected = new ArrayList<>();
        for (Truth at = truth; at != null; at = truths.get(at.parent())) {
            expected.add((at.parent() < 0 ? main : places.get(at.parent())).id() + " " + name(at.parent()) + " at "
                    + at.site());
        }
        if (arrival == Arrival.LATE) {
            expected.add("null null at null");
        }
        Collections.reverse(expected);
        List<String> got = new ArrayList<>();
        for (OriginStep step : where.origin()) {
            String maker = step.task() + " " + step.name();
            if (evidence.steps().containsKey(step.task())) { // whether a stream forks is its own affair
                maker = got.remove(got.size() - 1).replaceAll(" at [^ ]*$", "");
            }
            got.add(maker + " at " + place(generated(step.stack())));
            if (step.capture() == Capture.THROTTLED || step.capture() == Capture.UNKNOWN && step.task() != null) {
                unknown.add(node + ": " + step);
                return;
            }
        }
        check("origin", expected, got);
    }

    private static Frame generated(List<Frame> stack) {
        return stack.stream().filter(frame -> frame.className().matches("Woven|N\\d+")).findFirst().orElse(null);
    }

    private void ending(Truth truth, Task task, Whereabouts where) {
        Ending ending = task.ending();
        check("ended", truth.ends(), ending != null);
        if (ending == null && truth.kind() != Kind.FUTURE) {
            check("state", State.WAITING, task.state());
        }
        if (!truth.ends() || ending == null) {
            return;
        }
        if (truth.outcome() != null) {
            check("outcome", truth.outcome(), ending.outcome());
        }
        error(truth, ending.error());
        if (truth.observed() != null) {
            check("observed", truth.observed(), ending.observed());
        }
        cause(truth, ending.cause());
        causes(truth, where.causes());
        order(task, ending.at());
    }

    private void error(Truth truth, Failure error) {
        if (truth.error() != null) {
            check("error", truth.error(), error == null ? null : error.className() + ": " + error.message());
        } else if (truth.outcome() == Outcome.RETURNED) {
            check("error", null, error);
        }
    }

    private void cause(Truth truth, Cause cause) {
        if (cause == null || truth.act() == null) {
            check("act", truth.act(), cause == null ? null : cause.act() + " by " + cause.name() + " at "
                    + place(generated(cause.stack())) + " on " + cause.thread() + ": " + cause.reason());
            return;
        }
        if (!List.of(truth.act().split("\\|")).contains(cause.act())) {
            check("act", truth.act(), cause.act());
        }
        if (cause.task() == null && cause.reason() != null) {
            unknown.add(node + ": " + cause.reason());
        } else if (truth.actor() != null) {
            check("actor", brief(places.get(truth.actor())), cause.task() + " " + cause.name());
        }
        if (truth.actSite() != null) {
            check("place of the act", truth.actSite(), place(generated(cause.stack())));
        }
    }

    private static String brief(Task task) {
        return task == null ? null : task.id() + " " + task.name();
    }

    private void causes(Truth truth, List<Cause> causes) {
        List<Long> expected = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        for (Truth at = truth; at != null && at.act() != null && met.add(at.node()); at = truths.get(at.actor())) {
            Task actor = places.get(at.actor());
            expected.add(actor == null ? null : actor.id());
        }
        Collections.reverse(expected);
        List<Long> got = causes.stream().map(Cause::task).toList();
        check("chain of causes", expected, got);
    }

    private void order(Task task, Instant end) {
        Instant begin = task.startedAt() == null ? task.createdAt() : task.startedAt();
        boolean thread = task.kind() == Kind.THREAD;
        if (begin != null && (begin.isAfter(end) || !thread && begin.isBefore(task.createdAt()))) {
            check("order of times", "creation, start, end", task.createdAt() + ", " + begin + ", " + end);
        }
    }

    private void check(String what, Object expected, Object got) {
        if (!Objects.equals(expected, got)) {
            differences.add(new Difference(node, what, String.valueOf(expected), String.valueOf(got)));
        }
    }
}
