// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.util.CheckClassAdapter;

/** Checks class files: their structure, their stack map frames, and the types that flow through their methods. */
final class Verification {

    private Verification() {}

    /** Fails unless the class is sound; superclasses come from the given class files. */
    static void assertSound(String what, byte[] bytes, Function<String, byte[]> files) {
        assertThat(problem(bytes, files)).as(what).isNull();
    }

    /** Returns what is wrong with a class, or null. */
    static String problem(byte[] bytes, Function<String, byte[]> files) {
        try {
            check(bytes, files);
            return null;
        } catch (AnalyzerException | RuntimeException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " (" + e.getClass() + ")";
        }
    }

    private static void check(byte[] bytes, Function<String, byte[]> files) throws AnalyzerException {
        ClassReader reader = new ClassReader(bytes);
        reader.accept(new CheckClassAdapter(Opcodes.ASM9, new ClassWriter(0), true) {}, 0);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_DEBUG);
        Hierarchy hierarchy = new Hierarchy(name -> name.equals(node.name) ? bytes : files.apply(name));
        for (MethodNode method : node.methods) {
            try {
                new Analyzer<>(hierarchy).analyze(node.name, method);
            } catch (AnalyzerException e) {
                throw new AnalyzerException(e.node, method.name + method.desc + ": " + e.getMessage(), e);
            }
        }
    }
}
