// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** Threads of both sorts: their start, their end, and interrupts sent and received. */
final class Threads {

    private static final String IN_CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";
    private static final String TASK = "Ljava/lang/Runnable;";

    private Threads() {}

    static List<Subject> subjects() {
        return List.of(platform(), virtual(), interrupted());
    }

    private static Subject platform() {
        return Subject.of("java/lang/Thread").replacingLock()
                .entry("Thread.start", "start", "()V", "ThreadHooks.starting", THIS)
                .throwing("Thread.start", "start", "()V", "ThreadHooks.notStarted", THIS, THROWN)
                .entry("Thread.start", "start", IN_CONTAINER, "ThreadHooks.starting", THIS)
                .throwing("Thread.start", "start", IN_CONTAINER, "ThreadHooks.notStarted", THIS, THROWN)
                .entry("Thread.exit", "exit", "()V", "ThreadHooks.exiting", THIS)
                .entry("Thread.interrupt", "interrupt", "()V", "ThreadHooks.interrupting", THIS)
                .entry("Thread.dispatchUncaughtException", "dispatchUncaughtException", "(Ljava/lang/Throwable;)V",
                        "ThreadHooks.uncaught", THIS, parameter(0));
    }

    private static Subject virtual() {
        Subject subject = Subject.of("java/lang/VirtualThread")
                .exit("VirtualThread.start", "<init>", "(Ljava/util/concurrent/Executor;Ljava/lang/String;I" + TASK
                        + ")V", "ThreadHooks.virtualMade", THIS, parameter(3),
                        field("scheduler", "Ljava/util/concurrent/Executor;"))
                .entry("VirtualThread.start", "start", IN_CONTAINER, "ThreadHooks.virtualStarting", THIS)
                .throwing("VirtualThread.start", "start", IN_CONTAINER, "ThreadHooks.notStarted", THIS, THROWN)
                .entry("VirtualThread.afterDone", "afterDone", "(Z)V", "ThreadHooks.virtualEnded", THIS)
                .entry("VirtualThread.afterDone", "afterTerminate", "(ZZ)V", "ThreadHooks.virtualEnded", THIS)
                .entry("Thread.interrupt", "interrupt", "()V", "ThreadHooks.interrupting", THIS);
        if (Runtime.version().feature() > 21) { // before, this method runs while the carrier is still current
            subject.entry("VirtualThread.run", "run", "(" + TASK + ")V", "ThreadHooks.virtualRuns", THIS);
        }
        return subject;
    }

    private static Subject interrupted() {
        return Subject.of("java/lang/InterruptedException")
                .exit("InterruptedException.<init>", "<init>", null, "ThreadHooks.received");
    }
}
