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
    private static final String CLEARED = "Thread.interrupted";
    private static final String CLOSED = "ClosedByInterruptException.<init>";

    private Threads() {}

    static List<Subject> subjects() {
        return List.of(platform(), virtual(), interrupted(), closed(), selector(), socket());
    }

    private static Subject platform() {
        return Subject.of("java/lang/Thread").replacingLock()
                .entry("Thread.start", "start", "()V", "ThreadHooks.starting", THIS)
                .throwing("Thread.start", "start", "()V", "ThreadHooks.notStarted", THIS, THROWN)
                .entry("Thread.start", "start", IN_CONTAINER, "ThreadHooks.starting", THIS)
                .throwing("Thread.start", "start", IN_CONTAINER, "ThreadHooks.notStarted", THIS, THROWN)
                .entry("Thread.exit", "exit", "()V", "ThreadHooks.exiting", THIS)
                .entry("Thread.interrupt", "interrupt", "()V", "ThreadHooks.interrupting", THIS)
                .at(CLEARED, new Site.Before("java/lang/Thread", "clearInterruptEvent"), "interrupted", "()Z",
                        "ThreadHooks.clearing")
                .at(CLEARED, new Site.Before("java/lang/Thread", "clearInterruptEvent"), "getAndClearInterrupt", "()Z",
                        "ThreadHooks.clearing")
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
                .entry("Thread.interrupt", "interrupt", "()V", "ThreadHooks.interrupting", THIS)
                .at(CLEARED, new Site.Before("java/lang/Thread", "clearInterrupt"), "getAndClearInterrupt", "()Z",
                        "ThreadHooks.clearing");
        if (Runtime.version().feature() > 21) { // before, this method runs while the carrier is still current
            subject.entry("VirtualThread.run", "run", "(" + TASK + ")V", "ThreadHooks.virtualRuns", THIS);
        }
        return subject;
    }

    private static Subject interrupted() {
        return Subject.of("java/lang/InterruptedException")
                .exit("InterruptedException.<init>", "<init>", null, "ThreadHooks.received");
    }

    private static Subject closed() {
        return Subject.of("java/nio/channels/ClosedByInterruptException")
                .exit(CLOSED, "<init>", null, "ThreadHooks.closed");
    }

    private static Subject selector() {
        return Subject.of("java/nio/channels/spi/AbstractSelector")
                .entry("AbstractSelector.end", "end", "()V", "ThreadHooks.selected");
    }

    /** The socket of a virtual thread that is interrupted is closed; the exception that says so is an ordinary one. */
    private static Subject socket() {
        return Subject.of("sun/nio/ch/NioSocketImpl")
                .at(CLOSED, new Site.Before("java/io/InterruptedIOException", "<init>"), "park", null,
                        "ThreadHooks.closedSocket");
    }
}
