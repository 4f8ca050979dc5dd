// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** What the hooks make of the JDK's own classes, on every JDK that is found. */
class PatchedClassTest {

    private static final Map<Integer, Set<String>> MISSING = Map.of(
            17, Set.of("VirtualThread.start", "VirtualThread.run", "VirtualThread.afterDone",
                    "StructuredTaskScope.fork", "StructuredTaskScope.Subtask.run"),
            25, Runtime.version().feature() > 21 ? Set.of() : Set.of("VirtualThread.run"));

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";

    private final Targets targets = HookTargets.real();
    private final Set<String> applied = new TreeSet<>();

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @Test
    void everySubjectIsFoundByItsNameAlone() {
        Subjects subjects = new Subjects();
        for (Subject subject : Subjects.all()) {
            for (String name : List.of(subject.className(), subject.className().replace('/', '.'))) {
                assertThat(subjects.of(name)).extracting(Subject::className).isEqualTo(subject.className());
            }
        }
        assertThat(subjects.of("java/lang/Threadless")).isNull();
        assertThat(subjects.of("java/lang/Thread$State")).isNull();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyPatchedClassIsSound(Jdk jdk) {
        for (Subject subject : Subjects.all()) {
            byte[] original = jdk.bytes(subject.className());
            if (original != null) {
                Verification.assertSound(subject.className() + " of " + jdk, patched(original, subject),
                        name -> fileOf(jdk, name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyHookFindsItsMethodWhereTheJdkHasOne(Jdk jdk) {
        assumeThat(MISSING).containsKey(jdk.feature());
        Set<String> wanted = new TreeSet<>();
        for (Subject subject : Subjects.all()) {
            subject.patches().forEach(patch -> wanted.add(patch.hook()));
            byte[] original = jdk.bytes(subject.className());
            if (original != null) {
                patched(original, subject);
            }
        }
        wanted.add("VirtualThread.run");
        wanted.removeAll(applied);

        assertThat(wanted).containsExactlyInAnyOrderElementsOf(MISSING.get(jdk.feature()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyPatchFindsTheSameMethodsAsEver(Jdk jdk) {
        assumeThat(MISSING).containsKey(jdk.feature());
        Set<String> without = new TreeSet<>();
        for (Subject subject : Subjects.all()) {
            byte[] original = jdk.bytes(subject.className());
            for (Patch patch : subject.patches()) {
                if (original == null || calls(patched(original, only(subject, patch)), patch.target()) == 0) {
                    boolean container = String.valueOf(patch.descriptor()).equals(CONTAINER)
                            && subject.replacesLock();
                    without.add(simple(subject) + "." + patch.method() + (container ? CONTAINER : "") + ":"
                            + patch.target());
                }
            }
        }

        assertThat(without).isEqualTo(PatchTable.without(jdk.feature()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void methodsWithoutAPatchStayAsTheyAre(Jdk jdk) {
        for (Subject subject : Subjects.all()) {
            byte[] original = jdk.bytes(subject.className());
            if (original != null && !subject.replacesLock()) {
                Map<String, MethodNode> before = methods(original);
                Map<String, MethodNode> after = methods(patched(original, subject));
                assertThat(after.keySet()).isEqualTo(before.keySet());
                before.forEach((key, method) -> {
                    if (subject.patches().stream().noneMatch(patch -> patch.matches(method.name, method.desc))) {
                        assertThat(text(after.get(key))).as(subject.className() + "." + key).isEqualTo(text(method));
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void patchedMethodsKeepTheirInstructionsInOrder(Jdk jdk) {
        for (Subject subject : Subjects.all()) {
            byte[] original = jdk.bytes(subject.className());
            if (original != null) {
                Map<String, MethodNode> after = methods(patched(original, subject));
                methods(original).forEach((key, method) -> assertThat(opcodes(after.get(key)))
                        .as(subject.className() + "." + key).containsSubsequence(opcodes(method)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void noAssignmentOfAFuturesResultIsOverlooked(Jdk jdk) {
        Set<String> patched = new HashSet<>();
        Subjects.all().stream().filter(subject -> subject.className().equals(FUTURE))
                .flatMap(subject -> subject.patches().stream())
                .filter(patch -> patch.site() instanceof Site.Completing)
                .forEach(patch -> patched.add(patch.method()));
        Set<String> assigning = new TreeSet<>();
        for (String name : jdk.beside(FUTURE)) {
            methods(jdk.bytes(name)).forEach((key, method) -> {
                if (assignsResult(method) && !method.name.equals("<init>")
                        && !(name.equals(FUTURE) && patched.contains(method.name))) {
                    assigning.add(name + "." + key);
                }
            });
        }

        assertThat(assigning).isEmpty();
    }

    private static boolean assignsResult(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.PUTFIELD
                    && field.owner.equals(FUTURE) && field.name.equals("result")
                    || instruction instanceof FieldInsnNode handle && handle.owner.equals(FUTURE)
                    && handle.name.equals("RESULT") && handle.getOpcode() == Opcodes.GETSTATIC) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aPatchThatReadsAMissingFieldIsLeftOut() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Ship", null, "java/lang/Object", null);
        writer.visitField(0, "state", "I", null, null);
        var method = writer.visitMethod(0, "sail", "()V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 1);
        writer.visitEnd();
        byte[] ship = writer.toByteArray();
        Subject subject = Subject.of("com/example/Ship")
                .entry("present", "sail", "()V", "FutureHooks.finished", Subject.THIS, Subject.field("state", "I"))
                .entry("of another type", "sail", "()V", "FutureHooks.scheduled", Subject.THIS,
                        Subject.field("state", "J"))
                .entry("absent", "sail", "()V", "FutureHooks.scheduled", Subject.THIS, Subject.field("period", "J"));

        byte[] patched = patched(ship, subject);

        assertThat(applied).containsExactly("present");
        assertThat(calls(patched, "FutureHooks.finished")).isEqualTo(1);
        assertThat(calls(patched, "FutureHooks.scheduled")).isZero();
    }

    private byte[] patched(byte[] original, Subject subject) {
        return PatchedClass.of(original, subject, targets, applied);
    }

    private static Subject only(Subject subject, Patch patch) {
        return Subject.of(subject.className()).at(patch.hook(), patch.site(), patch.method(), patch.descriptor(),
                patch.target(), patch.arguments().toArray(new Argument[0]));
    }

    private static String simple(Subject subject) {
        return subject.className().substring(subject.className().lastIndexOf('/') + 1);
    }

    private static long calls(byte[] bytes, String target) {
        List<String> names = target.equals("CompletionHooks.mayBeCompleted")
                ? List.of(target, "CompletionHooks.completed") : List.of(target);
        return methods(bytes).values().stream().flatMap(method -> Arrays.stream(method.instructions.toArray()))
                .filter(instruction -> instruction instanceof MethodInsnNode call && names.contains(
                        call.owner.replace("dev/clew/agent/hook/", "") + '.' + call.name)).count();
    }

    private static byte[] fileOf(Jdk jdk, String name) {
        return name.startsWith("dev/clew/") ? ClassFiles.of(name) : jdk.bytes(name);
    }

    private static Map<String, MethodNode> methods(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        Map<String, MethodNode> methods = new HashMap<>();
        node.methods.forEach(method -> methods.put(method.name + method.desc, method));
        return methods;
    }

    private static String text(MethodNode method) {
        Textifier text = new Textifier();
        method.accept(new TraceMethodVisitor(text));
        return text.getText().toString();
    }

    private static List<Integer> opcodes(MethodNode method) {
        return Arrays.stream(method.instructions.toArray()).map(AbstractInsnNode::getOpcode)
                .filter(opcode -> opcode >= 0).toList();
    }
}
