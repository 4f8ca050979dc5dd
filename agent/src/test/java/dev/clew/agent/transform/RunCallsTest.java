// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that a compiler wrote behaves with hooks around its calls as it did without. */
class RunCallsTest {

    private static final String NAME = CallSites.class.getName();
    private static final byte[] ORIGINAL = ClassFiles.of(CallSites.class);
    private static final byte[] CHANGED = Woven.weave(Woven.libraries(), NAME.replace('.', '/'), ORIGINAL);

    @BeforeEach
    void forget() {
        RecordedHooks.CALLS.clear();
    }

    static Stream<Method> shapes() {
        return Arrays.stream(CallSites.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void behavesAlikeAndBalancesItsHooks(Method shape) throws Exception {
        Class<?> changed = new Woven().with(NAME, CHANGED).loadClass(NAME);
        assertThat(changed).isNotSameAs(CallSites.class);
        for (Throwable error : new Throwable[] {
            null, new IllegalStateException("bad state"), new UnsupportedOperationException("no"),
            new StackOverflowError("deep"), new IOException("not declared")
        }) {
            for (int failing = 0; failing < 3; failing++) {
                String without = outcome(shape, error, failing);
                assertThat(RecordedHooks.CALLS).isEmpty();

                String with = outcome(changed.getMethod(shape.getName(), shape.getParameterTypes()), error, failing);

                assertThat(with).as("%s of run %d", error, failing).isEqualTo(without);
                assertBalanced();
                assertThat(RecordedHooks.CALLS).isNotEmpty();
                RecordedHooks.CALLS.clear();
            }
        }
    }

    @Test
    void tellsTheErrorOfEachRun() throws Exception {
        Class<?> changed = new Woven().with(NAME, CHANGED).loadClass(NAME);

        outcome(changed.getMethod("guarded", Runnable.class, List.class), new IllegalStateException("bad"), 0);

        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work IllegalStateException",
                "starting work", "done work", "starting work", "done work");
    }

    static IntStream versions() {
        return IntStream.rangeClosed(50, 65);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void writesEveryVersionSinceFramesExist(int version) throws Exception {
        byte[] bytes = ClassFiles.of(OldShape.class);
        bytes[7] = (byte) version;
        String name = OldShape.class.getName();

        byte[] changed = Woven.weave(Woven.libraries(), name.replace('.', '/'), bytes);

        assertThat(changed[7]).isEqualTo((byte) version);
        Verification.assertSound("version " + version, changed, ClassFiles::of);
        if (version <= Runtime.version().feature() + 44) {
            List<Object> told = new ArrayList<>();
            Method method = new Woven().with(name, changed).loadClass(name).getMethod("call", Runnable.class,
                    List.class);
            assertThat(method.invoke(null, (Runnable) () -> told.add("ran"), told)).isEqualTo(3L);
            assertThat(told).containsExactly("ran", "ran");
            assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work", "starting work", "done work");
        }
    }

    /** Uses nothing that old class files do not have. */
    public static class OldShape {
        /** Runs twice. */
        public static Object call(Runnable work, List<Object> told) {
            long sum = 1;
            for (int i = 0; i < 2; i++) {
                try {
                    work.run();
                } finally {
                    sum++;
                }
            }
            return Long.valueOf(sum);
        }
    }

    /** Everything that can be seen of a call: its result or its error, and what was told. */
    private static String outcome(Method method, Throwable error, int failing) throws IllegalAccessException {
        List<Object> told = new ArrayList<>();
        int[] runs = new int[1];
        Runnable work = () -> {
            told.add("run " + runs[0]);
            if (runs[0]++ == failing && error != null) {
                RunCallsTest.<RuntimeException>raise(error);
            }
        };
        try {
            return method.invoke(null, work, told) + " " + told;
        } catch (InvocationTargetException e) {
            return "threw " + e.getCause() + " " + told;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable error) throws T {
        throw (T) error;
    }

    private static void assertBalanced() {
        Deque<String> open = new ArrayDeque<>();
        for (String call : RecordedHooks.CALLS) {
            if (call.startsWith("starting ")) {
                open.push(call.substring("starting ".length()));
            } else {
                assertThat(open).as("%s", RecordedHooks.CALLS).isNotEmpty();
                assertThat(call.split(" ")[1]).isEqualTo(open.pop());
            }
        }
        assertThat(open).as("%s", RecordedHooks.CALLS).isEmpty();
    }
}
