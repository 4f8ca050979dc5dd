// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.RESULT;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.TOP_TWO;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** {@code ThreadPoolExecutor}, for work that comes without a future. */
final class Pools {

    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String WORK = "(Ljava/lang/Runnable;)V";
    private static final String RUN = "ThreadPoolExecutor.runWorker";
    private static final String REJECT = "ThreadPoolExecutor.reject";
    private static final Argument HANDLER = field("handler", "Ljava/util/concurrent/RejectedExecutionHandler;");

    private Pools() {}

    static List<Subject> subjects() {
        return List.of(pool(), discarding());
    }

    private static Subject pool() {
        return Subject.of(POOL)
                .entry("ThreadPoolExecutor.execute", "execute", WORK, "PoolHooks.executing", parameter(0))
                .leaving("ThreadPoolExecutor.execute", "execute", WORK, "PoolHooks.handedOver", parameter(0))
                .at(RUN, new Site.Before("java/lang/Runnable", "run"), "runWorker", null, "PoolHooks.taking", TOP)
                .at(RUN, new Site.Before(POOL, "afterExecute"), "runWorker", null, "PoolHooks.done", TOP_TWO)
                .entry(RUN, "beforeExecute", null, "PoolHooks.taking", parameter(1))
                .entry(RUN, "afterExecute", null, "PoolHooks.done", parameter(0), parameter(1))
                .entry(RUN, "getTask", "()Ljava/lang/Runnable;", "PoolHooks.idle")
                .exit(RUN, "getTask", "()Ljava/lang/Runnable;", "PoolHooks.taking", RESULT)
                .entry(RUN, "processWorkerExit", null, "PoolHooks.idle")
                .entry(REJECT, "reject", WORK, "PoolHooks.rejecting", parameter(0), HANDLER,
                        field("ctl", "Ljava/util/concurrent/atomic/AtomicInteger;"))
                .exit(REJECT, "reject", WORK, "PoolHooks.accepted", parameter(0), HANDLER)
                .throwing(REJECT, "reject", WORK, "PoolHooks.rejected", parameter(0), HANDLER, THROWN)
                .exit("ThreadPoolExecutor.shutdownNow", "shutdownNow", "()Ljava/util/List;", "PoolHooks.abandoned",
                        RESULT);
    }

    private static Subject discarding() {
        return Subject.of(POOL + "$DiscardOldestPolicy")
                .at(REJECT, new Site.After("java/util/concurrent/BlockingQueue", "poll"), "rejectedExecution", null,
                        "PoolHooks.discarded", TOP, parameter(0));
    }
}
