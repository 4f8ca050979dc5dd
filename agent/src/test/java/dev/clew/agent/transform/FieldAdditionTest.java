// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The field that carries the record: added once, at load time, and for good. */
class FieldAdditionTest {

    private static final String FUTURE_TASK = "java/util/concurrent/FutureTask";

    private final FieldAddition addition = new FieldAddition("$clew");

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void addsOneFieldBehindTheOthersAndNothingElse(Jdk jdk) {
        for (String name : FieldAddition.CLASSES) {
            byte[] original = jdk.bytes(name);
            byte[] changed = atLoad(addition, name, original);
            List<String> expected = new ArrayList<>(fields(original));
            expected.add("$clew Ljava/lang/Object;");

            assertThat(fields(changed)).as(name).isEqualTo(expected);
            assertThat(new ClassReader(changed).getSuperName()).isEqualTo(new ClassReader(original).getSuperName());
            Verification.assertSound(name, changed, jdk::bytes);
        }
    }

    @Test
    void leavesAClassThatHasTheField() {
        byte[] once = atLoad(addition, FUTURE_TASK, ClassFiles.of(FutureTask.class));

        assertThat(atLoad(addition, FUTURE_TASK, once)).isNull();
        assertThat(atLoad(new FieldAddition("$clew"), FUTURE_TASK, once)).isNull();
    }

    @Test
    void isAFunctionOfTheBytesAlone() {
        byte[] original = ClassFiles.of(FutureTask.class);
        byte[] copy = original.clone();

        byte[] first = atLoad(addition, FUTURE_TASK, original);
        byte[] again = addition.transform(null, null, FUTURE_TASK, FutureTask.class, null, original);
        byte[] another = atLoad(new FieldAddition("$clew"), FUTURE_TASK, copy);

        assertThat(again).isEqualTo(first);
        assertThat(another).isEqualTo(first);
        assertThat(original).isEqualTo(copy);
    }

    @Test
    void leavesAClassThatWasLoadedWithoutTheField() {
        byte[] original = ClassFiles.of(FutureTask.class);

        assertThat(addition.transform(null, null, FUTURE_TASK, FutureTask.class, null, original)).isNull();
        assertThat(addition.inUse()).isFalse();
    }

    @Test
    void leavesEveryOtherClass() {
        byte[] original = ClassFiles.of(Thread.class);

        assertThat(atLoad(addition, "java/lang/Thread", original)).isNull();
        assertThat(atLoad(addition, null, original)).isNull();
        assertThat(addition.transform(null, getClass().getClassLoader(), FUTURE_TASK, null, null,
                ClassFiles.of(FutureTask.class))).isNull();
    }

    @Test
    void isInUseOnceAClassHasTheField() {
        assertThat(addition.inUse()).isFalse();

        atLoad(addition, FUTURE_TASK, ClassFiles.of(FutureTask.class));

        assertThat(addition.inUse()).isTrue();
    }

    private static byte[] atLoad(FieldAddition addition, String name, byte[] bytes) {
        return addition.transform(null, null, name, null, null, bytes);
    }

    private static List<String> fields(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE);
        return Arrays.asList(node.fields.stream().map(field -> field.name + " " + field.desc)
                .toArray(String[]::new));
    }
}
