// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import java.time.Duration;
import java.util.Objects;

/** What an ended task is expected to be like. */
public final class EndingExpectation extends Expectation<EndingExpectation> {

    EndingExpectation(Tasks tasks, Duration patience) {
        super(tasks, patience);
    }

    @Override
    EndingExpectation self() {
        return this;
    }

    /** It ended like this. */
    public EndingExpectation outcome(Outcome outcome) {
        return task(outcome.word(), task -> task.ending().outcome() == outcome,
                task -> task.ending().outcome().word() + (error(task) == null ? "" : " with " + error(task).brief()));
    }

    /** It ended with an error of a class whose name ends with this, with exactly this message. */
    public EndingExpectation error(String type, String message) {
        return task("with error " + type + ": " + message,
                task -> error(task) != null && error(task).className().endsWith(type)
                        && Objects.equals(error(task).message(), message),
                task -> error(task) == null ? "without error" : "with error " + error(task).brief());
    }

    /** Somebody, or nobody, looked at its error. */
    public EndingExpectation observed(boolean observed) {
        return task(observed ? "observed" : "not observed",
                task -> Objects.equals(task.ending().observed(), observed),
                task -> "observed: " + task.ending().observed());
    }

    /** It is not told whether anybody looked at its error. */
    public EndingExpectation observedUnknown() {
        return task("not known to be observed or not", task -> task.ending().observed() == null,
                task -> "observed: " + task.ending().observed());
    }

    /** Its future was collected, or is there, and nobody has looked at its error. */
    public EndingExpectation forsaken(boolean forsaken) {
        return task(forsaken ? "never observed" : "not observed yet",
                task -> Boolean.FALSE.equals(task.ending().observed())
                        && (task.ending().collectedAt() != null) == forsaken,
                task -> "observed: " + task.ending().observed() + ", collected at " + task.ending().collectedAt());
    }

    /** Its code threw an error of a class whose name ends with this, with exactly this message, after its end. */
    public EndingExpectation late(String type, String message, Boolean observed) {
        return task("late with " + type + ": " + message + ", observed: " + observed,
                task -> task.ending().late() != null && task.ending().late().error().className().endsWith(type)
                        && Objects.equals(task.ending().late().error().message(), message)
                        && Objects.equals(task.ending().late().observed(), observed),
                task -> "late: " + task.ending().late());
    }

    /** A reason given for its end contains this. */
    public EndingExpectation reason(String part) {
        return task("because of \"" + part + "\"",
                task -> cause(task) != null && cause(task).reason() != null && cause(task).reason().contains(part),
                task -> "because of " + (cause(task) == null ? "nobody" : cause(task).reason()));
    }

    /** It ended without an error. */
    public EndingExpectation withoutError() {
        return task("without error", task -> error(task) == null, task -> "with error " + error(task).brief());
    }

    /** A task whose name contains this ended it. */
    public EndingExpectation causedBy(String actor) {
        return task("ended by \"" + actor + "\"",
                task -> cause(task) != null && cause(task).name() != null && cause(task).name().contains(actor),
                task -> "ended by " + words(cause(task)));
    }

    /** It was ended by this act, for example {@code cancel}. */
    public EndingExpectation act(String act) {
        return task("ended by " + act, task -> cause(task) != null && cause(task).act().equals(act),
                task -> "ended by " + words(cause(task)));
    }

    /** Nobody ended it. */
    public EndingExpectation byItself() {
        return task("ended by itself", task -> cause(task) == null, task -> "ended by " + words(cause(task)));
    }

    /** The stack of the act that ended it has a method given like {@code Main.stop}. */
    public EndingExpectation causeFrame(String method) {
        return task("ended in " + method, task -> cause(task) != null && has(cause(task).stack(), method),
                task -> "ended by " + words(cause(task)));
    }

    private static Cause cause(Task task) {
        Ending ending = task.ending();
        return ending.cause();
    }

    private static Failure error(Task task) {
        return task.ending().error();
    }

    private static String words(Cause cause) {
        return cause == null ? "nobody" : cause.act() + " of " + cause.name() + " on " + cause.thread() + " "
                + brief(cause.stack());
    }
}
