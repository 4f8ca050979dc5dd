// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** {@code FutureTask} and its kin in the JDK's pools. */
final class Futures {

    private static final String MADE = "FutureTask.<init>";
    private static final String RUN = "FutureTask.run";
    private static final String SEEN = "FutureTask.get";

    private Futures() {}

    static List<Subject> subjects() {
        return List.of(future(), scheduled(), bound(), service());
    }

    private static Subject future() {
        return Subject.of("java/util/concurrent/FutureTask")
                .exit(MADE, "<init>", "(Ljava/util/concurrent/Callable;)V", "FutureHooks.made", THIS, parameter(0))
                .exit(MADE, "<init>", "(Ljava/lang/Runnable;Ljava/lang/Object;)V", "FutureHooks.made", THIS,
                        parameter(0))
                .entry(RUN, "run", "()V", "FutureHooks.running", THIS)
                .leaving(RUN, "run", "()V", "FutureHooks.ran", THIS)
                .exit(RUN, "run", "()V", "FutureHooks.left", THIS, field("state", "I"))
                .entry(RUN, "runAndReset", "()Z", "FutureHooks.runningAgain", THIS)
                .leaving(RUN, "runAndReset", "()Z", "FutureHooks.ran", THIS)
                .entry(RUN, "setException", "(Ljava/lang/Throwable;)V", "FutureHooks.threw", THIS, parameter(0),
                        field("state", "I"))
                .exit(RUN, "setException", "(Ljava/lang/Throwable;)V", "FutureHooks.told", THIS, parameter(0),
                        field("state", "I"))
                .entry("FutureTask.finishCompletion", "finishCompletion", "()V", "FutureHooks.finished", THIS,
                        field("state", "I"))
                .entry(SEEN, "report", "(I)Ljava/lang/Object;", "FutureHooks.asked", THIS)
                .entry(SEEN, "exceptionNow", "()Ljava/lang/Throwable;", "FutureHooks.asked", THIS);
    }

    private static Subject scheduled() {
        return Subject.of("java/util/concurrent/ScheduledThreadPoolExecutor$ScheduledFutureTask")
                .exit("ScheduledFutureTask.<init>", "<init>", null, "FutureHooks.scheduled", THIS,
                        field("period", "J"));
    }

    private static Subject bound() {
        return Subject.of("java/util/concurrent/ThreadPerTaskExecutor$ThreadBoundFuture")
                .exit(MADE, "<init>", null, "FutureHooks.boundWork", THIS, parameter(1),
                        field("thread", "Ljava/lang/Thread;"));
    }

    private static Subject service() {
        Subject subject = Subject.of("java/util/concurrent/AbstractExecutorService");
        for (String descriptor : List.of("(Ljava/util/Collection;)",
                "(Ljava/util/Collection;JLjava/util/concurrent/TimeUnit;)")) {
            String all = descriptor + "Ljava/util/List;";
            String any = descriptor + "Ljava/lang/Object;";
            subject.entry(SEEN, "invokeAll", all, "FutureHooks.waiting", parameter(0))
                    .leaving(SEEN, "invokeAll", all, "FutureHooks.waited", parameter(0))
                    .entry(SEEN, "invokeAny", any, "FutureHooks.waiting", parameter(0))
                    .exit(SEEN, "invokeAny", any, "FutureHooks.waited", parameter(0))
                    .throwing(SEEN, "invokeAny", any, "FutureHooks.failed", parameter(0), THROWN);
        }
        return subject;
    }
}
