// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Random method bodies with calls of {@code run} verify and behave with hooks as without. */
class BytecodeFuzzTest {

    private static final int BODIES = 600;

    private final Libraries libraries = Woven.libraries();

    @Test
    void randomBodiesAreSoundAndBehaveAlike() {
        long first = Long.getLong("clew.test.seed", 20_260_101L);
        LongStream.range(first, first + BODIES).forEach(this::check);
    }

    private void check(long seed) {
        byte[] original = framed(Assembled.method(Opcodes.V11, code -> new RandomBody(new SplittableRandom(seed), code)
                .write()));
        byte[] changed = Woven.weave(libraries, Assembled.NAME, original);
        String clue = "-Dclew.test.seed=" + seed;
        RecordedHooks.CALLS.clear();
        for (int failing = -1; failing < 4; failing++) {
            String expected = outcome(clue, original, failing);
            assertThat(RecordedHooks.CALLS).as(clue).isEmpty();
            if (changed == null) {
                assertThat(expected).as(clue).doesNotContain("ran");
                continue;
            }
            assertThat(outcome(clue, changed, failing)).as(clue).isEqualTo(expected);
            long starts = RecordedHooks.CALLS.stream().filter(call -> call.startsWith("starting")).count();
            assertThat(starts).as(clue).isEqualTo(RecordedHooks.CALLS.size() / 2);
            RecordedHooks.CALLS.clear();
        }
        if (changed != null) {
            Verification.assertSound(clue, changed, ClassFiles::of);
        }
    }

    /** Lets the library work out the frames that a compiler would have written. */
    private static byte[] framed(byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        new ClassReader(bytes).accept(writer, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static String outcome(String clue, byte[] bytes, int failing) {
        List<Object> told = new ArrayList<>();
        int[] runs = new int[1];
        Runnable work = () -> {
            told.add("ran");
            if (runs[0]++ == failing) {
                throw new IllegalStateException("run " + failing);
            }
        };
        String name = Assembled.NAME.replace('/', '.');
        try {
            return new Woven().with(name, bytes).loadClass(name).getMethod("call", Runnable.class, List.class)
                    .invoke(null, work, told) + " " + told;
        } catch (java.lang.reflect.InvocationTargetException e) {
            return e.getCause() + " " + told;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AssertionError(clue, e);
        }
    }
}
