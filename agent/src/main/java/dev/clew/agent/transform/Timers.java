// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.REMEMBERED;
import static dev.clew.agent.transform.Subject.RESULT;
import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** {@code java.util.Timer}. */
final class Timers {

    private static final String TASK = "java/util/TimerTask";
    private static final String RUN = "TimerThread.mainLoop";

    private Timers() {}

    static List<Subject> subjects() {
        return List.of(timer(), thread(), queue(), task());
    }

    private static Subject timer() {
        String descriptor = "(Ljava/util/TimerTask;JJ)V";
        return Subject.of("java/util/Timer")
                .entry("Timer.sched", "sched", descriptor, "TimerHooks.scheduling", parameter(0), parameter(2))
                .throwing("Timer.sched", "sched", descriptor, "TimerHooks.notScheduled", parameter(0), THROWN);
    }

    private static Subject thread() {
        return Subject.of("java/util/TimerThread")
                .at(RUN, new Site.Before(TASK, "run"), "mainLoop", "()V", "TimerHooks.running", TOP)
                .at(RUN, new Site.After(TASK, "run"), "mainLoop", "()V", "TimerHooks.ran", REMEMBERED)
                .throwing(RUN, "mainLoop", "()V", "TimerHooks.died", THROWN);
    }

    private static Subject queue() {
        return Subject.of("java/util/TaskQueue")
                .entry("TimerTask.cancel", "clear", "()V", "TimerHooks.clearing",
                        field("queue", "[Ljava/util/TimerTask;"), field("size", "I"));
    }

    private static Subject task() {
        return Subject.of(TASK).exit("TimerTask.cancel", "cancel", "()Z", "TimerHooks.cancelled", RESULT, THIS);
    }
}
