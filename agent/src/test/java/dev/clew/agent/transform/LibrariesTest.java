// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TimerTask;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Which classes of libraries get hooks, and which are passed over. */
class LibrariesTest {

    private final Libraries libraries = Woven.libraries();

    @ParameterizedTest
    @ValueSource(classes = {CallSites.class, Errand.class, Porter.class})
    void takesClassesThatHandOverOrRunWork(Class<?> type) {
        byte[] changed = Woven.weave(libraries, type.getName(), ClassFiles.of(type));

        Verification.assertSound(type.getName(), changed, ClassFiles::of);
        assertThat(libraries.instrumented()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {LibrariesTest.class, Assembled.class, Runnable.class, Executor.class, Idler.class})
    void leavesClassesThatOnlyMentionWork(Class<?> type) {
        assertThat(Woven.weave(libraries, type.getName(), ClassFiles.of(type))).isNull();
        assertThat(libraries.instrumented()).isZero();
        assertThat(libraries.passedOver()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {46, 48, 49})
    void passesOverClassesThatAreTooOldForFrames(int version) {
        byte[] bytes = Assembled.method(version, code -> {
            Assembled.run(code, 0);
            Assembled.answer(code, "old");
        });

        assertThat(Woven.weave(libraries, Assembled.NAME, bytes)).isNull();
        assertThat(libraries.passedOver()).isEqualTo(1);
    }

    @Test
    void passesOverSubroutines() {
        byte[] bytes = Assembled.method(Opcodes.V1_6, code -> {
            Label subroutine = new Label();
            Assembled.run(code, 0);
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            Assembled.answer(code, "back");
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 3);
            code.visitVarInsn(Opcodes.RET, 3);
        });

        assertThat(Woven.weave(libraries, Assembled.NAME, bytes)).isNull();
        assertThat(libraries.passedOver()).isEqualTo(1);
    }

    @Test
    void passesOverWhatItCanNotRead() {
        byte[] bytes = ClassFiles.of(CallSites.class);
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);

        assertThat(Woven.weave(libraries, "com/example/Cut", cut)).isNull();
        assertThat(libraries.passedOver()).isEqualTo(1);
    }

    @Test
    void leavesTheClassesOfTheJvm() {
        byte[] bytes = ClassFiles.of(CallSites.class);

        assertThat(libraries.transform(null, null, "java/lang/Thing", null, null, bytes)).isNull();
        assertThat(libraries.transform(null, getClass().getClassLoader(), null, null, null, bytes)).isNull();
        assertThat(libraries.instrumented()).isZero();
    }

    @Test
    void takesMethodsOfInterfaces() {
        byte[] bytes = Assembled.type(Opcodes.V11,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "java/lang/Object", writer -> {
                    writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "execute",
                            "(Ljava/lang/Runnable;)V", null, null).visitEnd();
                    Assembled.body(writer.visitMethod(Opcodes.ACC_PUBLIC, "call", "(Ljava/lang/Runnable;)V", null,
                            null), code -> {
                                Assembled.run(code, 1);
                                code.visitInsn(Opcodes.RETURN);
                            });
                });

        Verification.assertSound("interface", Woven.weave(libraries, Assembled.NAME, bytes), ClassFiles::of);
    }

    /** Hands work over. */
    public static class Porter implements Executor {
        @Override
        public void execute(Runnable work) {
            new Thread(work).start();
        }
    }

    /** Runs at a time. */
    public static class Errand extends TimerTask {
        @Override
        public void run() {
            cancel();
        }
    }

    /** Is no timer task: its {@code run} is nothing special. */
    public abstract static class Idler implements Runnable {
        /** Says nothing. */
        public static void execute(Runnable work) {
            work.hashCode();
        }

        @Override
        public void run() {
            hashCode();
        }
    }
}
