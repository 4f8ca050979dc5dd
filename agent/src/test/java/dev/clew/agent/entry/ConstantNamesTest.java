// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.agent.hook.TaskRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Hook classes get another package by their constants alone. */
class ConstantNamesTest {

    private static final String FROM = "dev/clew/agent/hook/";
    private static final String TO = "java/lang/Clew$0123456789$";

    static List<Path> hooks() throws IOException, URISyntaxException {
        Path root = Path.of(TaskRecord.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(root.resolve(FROM))) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void everyHookClassIsRenamedAndBack(Path file) throws IOException {
        byte[] original = Files.readAllBytes(file);
        byte[] renamed = ConstantNames.renamed(original, FROM, TO);

        assertThat(new String(renamed, StandardCharsets.ISO_8859_1)).doesNotContain(FROM);
        new ClassReader(renamed).accept(new CheckClassAdapter(new ClassNode(), false), 0);
        assertThat(ConstantNames.renamed(renamed, TO, FROM)).isEqualTo(original);
    }

    @Test
    void hasAHookForEachThatIsDefined() throws Exception {
        assertThat(hooks()).hasSizeGreaterThan(20);
    }

    @Test
    void everySortOfConstantSurvives() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, FROM + "Ship", null, "java/lang/Object", null);
        Object[] values = {1, 2L, 3f, 4d, FROM + " \u0000 \ud83d\udea2"};
        String[] types = {"I", "J", "F", "D", "Ljava/lang/String;"};
        for (int i = 0; i < values.length; i++) {
            writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "f" + i, types[i], null, values[i]).visitEnd();
        }
        writer.visitField(0, "self", "[L" + FROM + "Ship;", null, null).visitEnd();
        writer.visitEnd();

        ClassNode node = new ClassNode();
        new ClassReader(ConstantNames.renamed(writer.toByteArray(), FROM, TO)).accept(node, 0);

        assertThat(node.name).isEqualTo(TO + "Ship");
        assertThat(node.fields).extracting(field -> field.value).containsExactly(1, 2L, 3f, 4d,
                TO + " \u0000 \ud83d\udea2", null);
        assertThat(node.fields.get(5).desc).isEqualTo("[L" + TO + "Ship;");
    }

    @Test
    void anUnknownConstantIsRefused() {
        byte[] bytes = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61, 0, 2, 99};

        assertThatThrownBy(() -> ConstantNames.renamed(bytes, FROM, TO)).isInstanceOf(IOException.class)
                .hasMessage("unknown constant 99");
    }
}
