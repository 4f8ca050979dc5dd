// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimerTask;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks at the entry of a library's method are followed by others however it is left. */
class BracketsTest {

    @BeforeEach
    void forget() {
        RecordedHooks.CALLS.clear();
    }

    @Test
    void everyReturnOfAnExecutorIsTold() throws Exception {
        Executor porter = (Executor) made(Porter.class);

        porter.execute(() -> RecordedHooks.CALLS.add("ran"));
        porter.execute(null);

        assertThat(RecordedHooks.CALLS).containsExactly("handed work", "starting work", "ran", "done work",
                "handedAll", "handed null", "handedAll");
    }

    @Test
    void everyErrorOfAnExecutorIsTold() throws Exception {
        Executor porter = (Executor) made(Porter.class);

        assertThatThrownBy(() -> porter.execute(() -> {
            throw new IllegalStateException("full");
        })).isInstanceOf(RejectedExecutionException.class).hasCauseInstanceOf(IllegalStateException.class);

        assertThat(RecordedHooks.CALLS).containsExactly("handed work", "starting work",
                "done work IllegalStateException", "handedAll");
    }

    @Test
    void everyEndOfATimerTaskIsTold() throws Exception {
        Targets targets = HookTargets.with("TimerHooks", RecordedTimer.class);
        TimerTask errand = (TimerTask) made(Errand.class, targets);

        RecordedTimer.failing = false;
        errand.run();
        RecordedTimer.failing = true;
        assertThatThrownBy(errand::run).isInstanceOf(IllegalStateException.class);

        assertThat(RecordedHooks.CALLS).containsExactly("running", "returned", "running", "died failing");
    }

    @Test
    void poolsTellWhatTheyTakeAndFinish() throws Exception {
        Object woven = made(Crew.class);
        var before = woven.getClass().getDeclaredMethod("beforeExecute", Thread.class, Runnable.class);
        var after = woven.getClass().getDeclaredMethod("afterExecute", Runnable.class, Throwable.class);
        before.setAccessible(true);
        after.setAccessible(true);
        Runnable work = () -> { };
        before.invoke(woven, Thread.currentThread(), work);
        after.invoke(woven, work, new IllegalStateException("bad"));

        assertThat(RecordedHooks.CALLS).containsExactly("taking work", "done work IllegalStateException");
    }

    private static Object made(Class<?> type) throws Exception {
        return made(type, HookTargets.with("PoolHooks", RecordedHooks.class));
    }

    private static Object made(Class<?> type, Targets targets) throws Exception {
        byte[] changed = Woven.weave(Woven.libraries(targets), type.getName().replace('.', '/'), ClassFiles.of(type));
        Verification.assertSound(type.getName(), changed, ClassFiles::of);
        return new Woven().with(type.getName(), changed).loadClass(type.getName()).getConstructor().newInstance();
    }

    /** Runs what it is handed, and uses the slot of its parameter again. */
    public static class Porter implements Executor {
        @Override
        public void execute(Runnable work) {
            if (work == null) {
                return;
            }
            try {
                work.run();
            } catch (IllegalStateException full) {
                work = null;
                throw new RejectedExecutionException(full);
            }
        }
    }

    /** Fails when it is told to. */
    public static class Errand extends TimerTask {
        @Override
        public void run() {
            if (RecordedTimer.failing) {
                throw new IllegalStateException("failing");
            }
        }
    }

    /** Overrides both methods of a pool without calling the pool's own. */
    public static class Crew extends ThreadPoolExecutor {
        /** A pool that never runs anything. */
        public Crew() {
            super(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable work) {}

        @Override
        protected void afterExecute(Runnable work, Throwable error) {}
    }

    /** Takes the place of the hooks for timers. */
    public static final class RecordedTimer {
        /** Whether the next errand fails. */
        public static boolean failing;

        private RecordedTimer() {}

        /** Stands for {@code TimerHooks.running}. */
        public static void running(TimerTask task) {
            RecordedHooks.CALLS.add("running");
        }

        /** Stands for {@code TimerHooks.returned}. */
        public static void returned() {
            RecordedHooks.CALLS.add("returned");
        }

        /** Stands for {@code TimerHooks.died}. */
        public static void died(Throwable error) {
            RecordedHooks.CALLS.add("died " + error.getMessage());
        }
    }
}
