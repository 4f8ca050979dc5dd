// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What lies inside Clew's jar never meets what the application has under the same name. */
class InsideLoaderTest {

    private static final String INSIDE = "dev/clew/inside/";
    private static final String HOOKS = "dev/clew/agent/hook/";
    private static final String HOOK = HOOKS + "Ship";
    private static final String LIBRARY = "org/junit/jupiter/api/Test";
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    @TempDir
    private Path directory;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private InsideLoader open;

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    @Test
    void aClassInsideComesBeforeTheParents() throws Exception {
        inside(LIBRARY, "ours");
        ClassLoader loader = open(getClass().getClassLoader());

        Class<?> ours = loader.loadClass(LIBRARY.replace('/', '.'));

        assertThat(ours).isNotSameAs(Test.class);
        assertThat(ours.getClassLoader()).isSameAs(loader);
        assertThat(ours.getMethod("word").invoke(null)).isEqualTo("ours");
        assertThat(loader.loadClass(LIBRARY.replace('/', '.'))).isSameAs(ours);
        assertThat(loader.loadClass("java.util.List")).isSameAs(List.class);
    }

    @Test
    void whatIsNotInsideIsNotFoundBesideIt() throws Exception {
        entries.put("com/example/Outside.class", saying("com/example/Outside", "outside"));
        ClassLoader loader = open(PLATFORM);

        for (String name : List.of("com.example.Outside", Test.class.getName(), "dev.clew.agent.Agent")) {
            assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void entryClassesAreSharedWithWhoeverMadeTheLoader() throws Exception {
        inside("dev/clew/agent/entry/InsideLoader", "another");

        assertThat(open(PLATFORM).loadClass(InsideLoader.class.getName())).isSameAs(InsideLoader.class);
    }

    @Test
    void hooksAreNotDefinedHereAndGoByTheirNameInTheJvm() throws Exception {
        inside(HOOK, "hook");
        inside("dev/clew/agent/Caller", HOOK);
        inside("com/example/Caller", HOOK);
        InsideLoader loader = open(PLATFORM);
        String prefix = loader.hookPrefix();

        assertThat(prefix).matches("java/lang/Clew\\$[0-9a-f]{16}\\$");
        assertThat(loader.hookNames()).containsExactly("Ship");
        assertThat(new String(loader.hook("Ship"), StandardCharsets.ISO_8859_1)).contains(prefix + "Ship")
                .doesNotContain(HOOK);
        assertThatThrownBy(() -> loader.loadClass(HOOK.replace('/', '.'))).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.loadClass("dev.clew.agent.Caller").getMethod("word").invoke(null))
                .isEqualTo(prefix + "Ship");
        assertThat(loader.loadClass("com.example.Caller").getMethod("word").invoke(null)).as("not Clew's own")
                .isEqualTo(HOOK);
    }

    @Test
    void equalHooksHaveTheSameNameAndOthersAnother() throws Exception {
        inside(HOOK, "hook");
        String first = prefix();
        inside(LIBRARY, "changed");
        assertThat(prefix()).isEqualTo(first);

        inside(HOOK, "another");
        assertThat(prefix()).isNotEqualTo(first);
    }

    @Test
    void resourcesInsideComeBeforeTheParents() throws Exception {
        entries.put(INSIDE + "words.txt", "ours".getBytes(StandardCharsets.UTF_8));
        entries.put("others.txt", "theirs".getBytes(StandardCharsets.UTF_8));
        ClassLoader loader = open(PLATFORM);

        assertThat(loader.getResourceAsStream("words.txt")).hasContent("ours");
        assertThat(loader.getResource("words.txt").openConnection().getContentLength()).isEqualTo(4);
        assertThat(loader.getResourceAsStream("others.txt")).isNull();
        assertThat(loader.getResource("none.txt")).isNull();
    }

    @Test
    void aResourceInsideIsFoundBeforeOneOfTheSameNameOutside() throws Exception {
        String name = "dev/clew/agent/entry/InsideLoader.class";
        entries.put(INSIDE + name, "ours".getBytes(StandardCharsets.UTF_8));
        ClassLoader loader = open(getClass().getClassLoader());

        assertThat(loader.getResourceAsStream(name)).hasContent("ours");
        assertThat(loader.getResource(name).openConnection().getContentLength()).isEqualTo(4);
    }

    private String prefix() throws IOException {
        if (open != null) {
            open.close();
        }
        return open(PLATFORM).hookPrefix();
    }

    private void inside(String name, String word) {
        entries.put(INSIDE + name + ".class", saying(name, word));
    }

    private InsideLoader open(ClassLoader parent) throws IOException {
        StringBuilder names = new StringBuilder();
        long digest = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().startsWith(INSIDE + HOOKS) && entry.getKey().endsWith(".class")) {
                digest = digest * 31 + Arrays.hashCode(entry.getValue());
                names.append('\n').append(entry.getKey(), (INSIDE + HOOKS).length(), entry.getKey().length() - 6);
            }
        }
        entries.put(INSIDE + HOOKS + "index",
                (HexFormat.of().toHexDigits(digest) + names).getBytes(StandardCharsets.US_ASCII));
        Path jar = Files.createTempFile(directory, "clew", ".jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream stream = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                stream.putNextEntry(new JarEntry(entry.getKey()));
                stream.write(entry.getValue());
                stream.closeEntry();
            }
        }
        open = new InsideLoader(jar.toFile(), parent);
        return open;
    }

    private static byte[] saying(String name, String word) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "word",
                "()Ljava/lang/String;", null, null);
        code.visitCode();
        code.visitLdcInsn(word);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
