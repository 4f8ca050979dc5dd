// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.PoolList;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a recorder can tell and do inside its own JVM.
 *
 * <p><b>Threads</b>: any thread of Clew, several at once. <b>Consistency</b>: each task is as it is when it is
 * visited; a task that comes or ends meanwhile may or may not be seen, and none is seen twice. <b>Cost</b>: a visit
 * costs the application nothing but CPU share.
 */
public interface Source {

    /** Visits every live task, those hidden by default included. */
    void live(Consumer<Sighting> visitor);

    /** Visits every held ending, newest first. */
    void ended(Consumer<Sighting> visitor);

    /** Visits every live task as {@link #live} does, and draws only those that the visitor wants drawn. */
    default void glance(Consumer<Glimpse> visitor) {
        live(seen -> visitor.accept(Glimpse.of(seen)));
    }

    /** Visits every held ending as {@link #ended} does, and draws only those that the visitor wants drawn. */
    default void glanceBack(Consumer<Glimpse> visitor) {
        ended(seen -> visitor.accept(Glimpse.of(seen)));
    }

    /** Returns how many tasks there were by where they come from, with how many of them came in a window just past. */
    Counts counts(long windowMillis);

    /** Returns how many endings are no longer held. */
    long dropped();

    /** Returns a task by its id, live or ended; empty if there is none or it is no longer held. */
    Optional<Task> task(long id);

    /** Returns whether a task of this id ever existed. */
    boolean existed(long id);

    /** Returns the creations that led to a task, root first. */
    List<OriginStep> origin(long id);

    /** Returns a live task's present stack, or where an ended one ended; innermost frame first. */
    List<Frame> stack(long id);

    /** Returns who ended a task, who ended that one, and so on, outermost first. */
    List<Cause> causes(long id);

    /** Returns what a task, live or ended, ended or asked to stop. */
    Victims victims(long id);

    /** Returns the interrupts that were sent to a task, live or ended. */
    Interrupts interrupts(long id);

    /** Returns the ids of the tasks that wait for a future. */
    List<Long> waiters(long id);

    /** Returns who can complete a future, a sentence each. */
    List<String> completers(long id);

    /** Cancels a live task. */
    ActReport cancel(long id, long waitMillis, String reason);

    /** Interrupts the thread of a live task. */
    ActReport interrupt(long id, String reason);

    /** Returns present stacks. */
    StackDump stacks(boolean all, int limit);

    /** Returns what preserves endings: patterns, and the annotation {@link PatternList#ANNOTATION}. */
    PatternList patterns();

    /** Preserves the endings from now on that a pattern matches; does nothing if the pattern is there. */
    void preserve(String pattern);

    /** Stops a pattern; returns false if there is no such pattern. */
    boolean unpreserve(String pattern);

    /** Raises a signal in this process; returns false if there is no such signal. */
    boolean signal(String name);

    /** Returns what Clew does here and what it can't see. */
    StatusReport status();

    /** Returns the commands that the application adds. */
    default OwnCommands own() {
        return OwnCommands.NONE;
    }

    /** Returns how many tasks ended, in which ways; costs little. */
    Turnover turnover();

    /** Returns the executors that have threads. */
    List<PoolList.Pool> pools();

    /** Takes Clew out of this JVM once the answer has been sent. */
    void detach();

    /**
     * A task with what decides whether it is shown by default.
     *
     * @param task the task
     * @param system it is Clew's or the JVM's own
     * @param folded it is a dependent stage that merely passes a value on
     * @param created the stack of its creation, for filters; empty if not known
     */
    record Sighting(Task task, boolean system, boolean folded, List<Frame> created) {}

    /**
     * How tasks ended since Clew came.
     *
     * @param ended how many ended
     * @param outcomes how many of them ended in each way other than by returning
     */
    record Turnover(long ended, Map<Outcome, Long> outcomes) {}

    /**
     * What one task ended or asked to stop.
     *
     * @param shown as many as an answer holds, first to last
     * @param left how many more there are
     */
    record Victims(List<Victim> shown, long left) {}

    /**
     * The interrupts that were sent to one task.
     *
     * @param shown the newest ones, first to last
     * @param left how many there were before these
     */
    record Interrupts(List<Interruption> shown, long left) {}
}
