// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.harbor.Quay;
import dev.clew.agent.hook.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Equal numbers are equal stacks, and different stacks have different numbers. */
class BacktraceTest {

    private static final Supplier<Throwable> STACK = Snapshot::new;

    @Test
    void theSamePlaceInALoopHasTheSameNumbers() {
        Set<Backtrace> met = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            met.add(Backtrace.of(Quay.here(STACK)));
        }

        assertThat(met).hasSize(1).doesNotContainNull();
    }

    @Test
    void differentLinesHaveDifferentNumbers() {
        Throwable[] stacks = new Throwable[2];
        Quay.lines(stacks, STACK, STACK);

        assertThat(Backtrace.of(stacks[0])).isNotEqualTo(Backtrace.of(stacks[1]));
    }

    @Test
    void everyDepthOfARecursionIsAnotherStack() {
        Set<Backtrace> met = new HashSet<>();
        for (int depth = 0; depth < 250; depth++) {
            Backtrace[] twice = new Backtrace[2];
            for (int i = 0; i < 2; i++) {
                twice[i] = at(depth);
            }
            assertThat(met.add(twice[0])).as("depth %d", depth).isTrue();
            assertThat(twice[1]).isEqualTo(twice[0]).hasSameHashCodeAs(twice[0]);
        }
    }

    private static Backtrace at(int depth) {
        return Backtrace.of(Quay.down(depth, STACK));
    }

    @Test
    void hasThreeNumbersForEveryFrame() {
        for (int depth : new int[] {0, 1, 20, 200}) {
            Throwable stack = Quay.down(depth, STACK);

            assertThat(Backtrace.of(stack).bytes()).isGreaterThanOrEqualTo(stack.getStackTrace().length * 12);
        }
    }

    @Test
    void classesOfTwoLoadersWithTheSameNameDiffer() throws Exception {
        Throwable[] stacks = new Throwable[2];
        for (int i = 0; i < 2; i++) {
            stacks[i] = (Throwable) new Copy().loadClass(Quay.class.getName()).getMethod("here", Supplier.class)
                    .invoke(null, STACK);
        }

        assertThat(stacks[0].getStackTrace()[1].getClassName()).isEqualTo(stacks[1].getStackTrace()[1].getClassName());
        assertThat(Backtrace.of(stacks[0])).isNotEqualTo(Backtrace.of(stacks[1]));
    }

    @Test
    void anEmptyStackHasNoNumbers() {
        Throwable none = new Throwable(null, null, false, false) {};

        assertThat(Backtrace.of(none).bytes()).isZero();
    }

    private static final class Copy extends ClassLoader {
        Copy() {
            super(BacktraceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Quay.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
