// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** Fork/join tasks, wherever they come from. */
final class ForkJoins {

    private static final String TASK = "Ljava/util/concurrent/ForkJoinTask;";
    private static final String FORK = "ForkJoinTask.fork";
    private static final String RUN = "ForkJoinTask.doExec";
    private static final String STOP = "ForkJoinPool.tryTerminate";
    private static final String END = "ForkJoinTask.setDone";
    private static final Argument STATUS = field("status", "I");

    private ForkJoins() {}

    static List<Subject> subjects() {
        return List.of(task(), pool(), delayed(), executed(), interruptible());
    }

    private static Subject task() {
        return Subject.of("java/util/concurrent/ForkJoinTask")
                .entry(FORK, "fork", null, "ForkJoinHooks.forking", THIS)
                .entry(RUN, "doExec", null, "ForkJoinHooks.running", THIS)
                .leaving(RUN, "doExec", null, "ForkJoinHooks.ran", THIS, STATUS)
                .entry(END, "trySetThrown", null, "ForkJoinHooks.throwing", THIS, parameter(0))
                .exit(END, "trySetThrown", null, "ForkJoinHooks.settled", THIS, STATUS)
                .exit(END, "trySetThrown", null, "ForkJoinHooks.threw", THIS, parameter(0), STATUS)
                .exit(END, "trySetCancelled", null, "ForkJoinHooks.settled", THIS, STATUS)
                .exit(END, "setDone", null, "ForkJoinHooks.settled", THIS, STATUS)
                .entry(END, "getException", null, "ForkJoinHooks.asked", THIS)
                .entry(END, "reportException", null, "ForkJoinHooks.asked", THIS)
                .entry(END, "reportExecutionException", null, "ForkJoinHooks.asked", THIS);
    }

    private static Subject pool() {
        return Subject.of("java/util/concurrent/ForkJoinPool")
                .entry(FORK, "externalSubmit", "(" + TASK + ")" + TASK, "ForkJoinHooks.submitting", THIS,
                        parameter(0))
                .throwing(FORK, "externalSubmit", "(" + TASK + ")" + TASK, "ForkJoinHooks.refused", parameter(0),
                        THROWN)
                .entry(FORK, "poolSubmit", "(Z" + TASK + ")" + TASK, "ForkJoinHooks.submitting", THIS, parameter(1))
                .throwing(FORK, "poolSubmit", "(Z" + TASK + ")" + TASK, "ForkJoinHooks.refused", parameter(1), THROWN)
                .entry(STOP, "tryTerminate", null, "ForkJoinHooks.terminating", THIS, parameter(0))
                .leaving(STOP, "tryTerminate", null, "ForkJoinHooks.terminated");
    }

    private static Subject interruptible() {
        String task = "java/util/concurrent/ForkJoinTask$InterruptibleTask";
        return Subject.of(task)
                .at(STOP, new Site.Before(task, "cancel"), "exec", "()Z", "ForkJoinHooks.notRunning", THIS)
                .at(STOP, new Site.After(task, "cancel"), "exec", "()Z", "ForkJoinHooks.terminated");
    }

    private static Subject executed() {
        Subject subject = Subject.of("java/util/concurrent/ForkJoinTask$RunnableExecuteAction");
        for (String method : new String[] {"trySetException", "onAuxExceptionSet"}) {
            subject.at(END, new Site.Before("java/lang/Thread$UncaughtExceptionHandler", "uncaughtException"), method,
                    null, "ForkJoinHooks.uncaught", TOP);
        }
        return subject;
    }

    private static Subject delayed() {
        return Subject.of("java/util/concurrent/DelayScheduler$ScheduledForkJoinTask")
                .exit(FORK, "<init>", null, "ForkJoinHooks.scheduling", field("pool",
                        "Ljava/util/concurrent/ForkJoinPool;"), THIS, field("nextDelay", "J"));
    }
}
