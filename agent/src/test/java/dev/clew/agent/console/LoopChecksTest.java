// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.console.given.StatementThread;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoopChecksTest {

    /** What a statement may hold. */
    public static final class Loops {

        private Loops() {}

        static long sum(int most) {
            long sum = 0;
            for (int i = 0; i < most; i++) {
                for (int j = i; j > 0; j -= 2) {
                    sum += switch (j % 3) {
                        case 0 -> 1;
                        case 1 -> 2;
                        default -> 3;
                    };
                }
            }
            return sum;
        }

        static void forever(CountDownLatch begun) {
            begun.countDown();
            while (true) {
            }
        }
    }

    private static final class Defining extends ClassLoader {

        Class<?> define(byte[] classFile) {
            return defineClass(Loops.class.getName(), classFile, 0, classFile.length);
        }
    }

    private static Class<?> checked() throws IOException {
        try (InputStream in = Loops.class.getResourceAsStream("LoopChecksTest$Loops.class")) {
            return new Defining().define(LoopChecks.in(in.readAllBytes()));
        }
    }

    @Test
    void changesNothingOfWhatLoopsDo() throws Exception {
        var sum = checked().getDeclaredMethod("sum", int.class);
        sum.setAccessible(true);

        assertThat(sum.invoke(null, 100)).isEqualTo(Loops.sum(100));
    }

    @Test
    void endsALoopThatHeedsNoInterrupt() throws Exception {
        var forever = checked().getDeclaredMethod("forever", CountDownLatch.class);
        forever.setAccessible(true);
        var begun = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var thread = new StatementThread(() -> {
            try {
                forever.invoke(null, begun);
            } catch (ReflectiveOperationException e) {
                thrown.set(e.getCause());
            }
        }, "statement", null);
        thread.start();
        begun.await();
        thread.halt();
        thread.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(thread.isAlive()).isFalse();
        assertThat(thrown.get()).isInstanceOf(StatementThread.Halted.class);
    }
}
