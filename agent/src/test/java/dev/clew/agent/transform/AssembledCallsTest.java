// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Calls of {@code run} in code that only other compilers, shrinkers and weavers write. */
class AssembledCallsTest {

    private static final Runnable QUIET = () -> { };

    private final Libraries libraries = Woven.libraries();

    @BeforeEach
    void forget() {
        RecordedHooks.CALLS.clear();
    }

    @Test
    void aSlotMayHoldAnotherTypeAfterwards() throws Exception {
        assertThat(call(code -> {
            Assembled.run(code, 0);
            code.visitLdcInsn(5L);
            code.visitVarInsn(Opcodes.LSTORE, 0); // over both parameters
            code.visitVarInsn(Opcodes.LLOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
            code.visitInsn(Opcodes.ARETURN);
        }, QUIET)).isEqualTo(5L);
        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work");
    }

    @Test
    void theReceiverMayBeOverwrittenBeforeItRuns() throws Exception {
        assertThat(call(code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitLdcInsn("other");
            code.visitVarInsn(Opcodes.ASTORE, 0);
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, Assembled.RUNNABLE, "run", "()V", true);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ARETURN);
        }, QUIET)).isEqualTo("other");
    }

    @Test
    void aHandlerAroundEverythingStillCatches() throws Exception {
        Label from = new Label();
        Label to = new Label();
        assertThat(call(code -> {
            code.visitTryCatchBlock(from, to, to, "java/lang/IllegalStateException");
            code.visitLdcInsn(2.5);
            code.visitVarInsn(Opcodes.DSTORE, 3);
            code.visitLabel(from);
            Assembled.run(code, 0);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ARETURN);
            code.visitLabel(to);
            code.visitFrame(Opcodes.F_FULL, 4, new Object[] {Assembled.RUNNABLE, "java/util/List", Opcodes.TOP,
                Opcodes.DOUBLE}, 1, new Object[] {"java/lang/IllegalStateException"});
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/IllegalStateException", "getMessage",
                    "()Ljava/lang/String;", false);
            code.visitInsn(Opcodes.ARETURN);
        }, () -> {
            throw new IllegalStateException("caught");
        })).isEqualTo("caught");
        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work IllegalStateException");
    }

    @Test
    void nullCanBeRun() throws Exception {
        byte[] bytes = Assembled.method(Opcodes.V11, code -> {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitVarInsn(Opcodes.ASTORE, 5);
            Assembled.run(code, 5);
            Assembled.answer(code, "never");
        });

        assertThat(outcome(woven(bytes), QUIET)).isInstanceOf(NullPointerException.class);
        assertThat(RecordedHooks.CALLS).containsExactly("starting null", "done null NullPointerException");
    }

    @Test
    void aCallBelowAnUnfinishedObjectIsLeftAlone() throws Exception {
        assertThat(call(code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
            code.visitInsn(Opcodes.DUP);
            Assembled.run(code, 0);
            code.visitLdcInsn("built");
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "(Ljava/lang/String;)V",
                    false);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
            Assembled.run(code, 0);
            code.visitInsn(Opcodes.ARETURN);
        }, QUIET)).isEqualTo("built");
        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work");
    }

    @Test
    void aCallBeforeTheConstructorOfTheSuperclassIsLeftAlone() throws Exception {
        byte[] bytes = Assembled.type(Opcodes.V17, Opcodes.ACC_PUBLIC, "java/lang/Object", writer -> Assembled.body(
                writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(Ljava/lang/Runnable;)V", null, null), code -> {
                    Assembled.run(code, 1);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
                    Assembled.run(code, 1);
                    code.visitInsn(Opcodes.RETURN);
                }));
        String name = Assembled.NAME.replace('/', '.');
        int[] runs = new int[1];

        new Woven().with(name, woven(bytes)).loadClass(name).getConstructor(Runnable.class)
                .newInstance((Runnable) () -> runs[0]++);

        assertThat(runs[0]).isEqualTo(2);
        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work");
    }

    @Test
    void jumpsMayBeFartherThanTheirOffsetReaches() throws Exception {
        Label far = new Label();
        assertThat(call(code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitJumpInsn(Opcodes.IFNULL, far);
            for (int i = 0; i < 1_100; i++) {
                Assembled.run(code, 0);
            }
            code.visitLabel(far);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            Assembled.answer(code, "far");
        }, QUIET)).isEqualTo("far");
        assertThat(RecordedHooks.CALLS).hasSize(2_200);
    }

    @Test
    void aMethodThatWouldGrowTooLargeIsPassedOver() {
        byte[] bytes = Assembled.method(Opcodes.V11, code -> {
            for (int i = 0; i < 9_000; i++) {
                Assembled.run(code, 0);
            }
            Assembled.answer(code, "large");
        });

        assertThat(Woven.weave(libraries, Assembled.NAME, bytes)).isNull();
        assertThat(libraries.passedOver()).isEqualTo(1);
        assertThat(libraries.instrumented()).isZero();
    }

    @Test
    void version50WithoutFramesRuns() throws Exception {
        byte[] bytes = Assembled.method(Opcodes.V1_6, code -> {
            Label end = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitVarInsn(Opcodes.ASTORE, 2);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitJumpInsn(Opcodes.IFNULL, end);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, 2);
            code.visitLabel(end);
            Assembled.run(code, 0);
            Assembled.answer(code, "old");
        });

        assertThat(outcome(woven(bytes), QUIET)).isEqualTo("old");
        assertThat(RecordedHooks.CALLS).containsExactly("starting work", "done work");
    }

    private Object call(Consumer<MethodVisitor> body, Runnable work) throws Exception {
        byte[] bytes = Assembled.method(Opcodes.V11, body);
        Object before = outcome(bytes, work);
        byte[] changed = woven(bytes);
        Verification.assertSound("assembled", changed, ClassFiles::of);
        Object after = outcome(changed, work);
        assertThat(after).isEqualTo(before);
        return after;
    }

    private byte[] woven(byte[] bytes) {
        byte[] changed = Woven.weave(libraries, Assembled.NAME, bytes);
        assertThat(changed).isNotNull();
        return changed;
    }

    private static Object outcome(byte[] bytes, Runnable work) throws Exception {
        String name = Assembled.NAME.replace('/', '.');
        try {
            return new Woven().with(name, bytes).loadClass(name).getMethod("call", Runnable.class, List.class)
                    .invoke(null, work, new ArrayList<>());
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
