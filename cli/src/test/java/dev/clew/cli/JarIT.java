// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.agent.entry.InsideLoader;
import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class JarIT {

    @Test
    void holdsNothingAtItsRootButItsEntry() throws IOException {
        assertThat(names()).allMatch(name -> name.equals("META-INF/MANIFEST.MF")
                || name.startsWith("dev/clew/agent/entry/") || name.startsWith("dev/clew/inside/")
                || name.startsWith("dev/clew/client/org/jline/")
                || name.startsWith("dev/clew/client/META-INF/jline/providers/"));
    }

    @Test
    void hidesItsLibrariesInside() throws IOException {
        assertThat(names()).contains("dev/clew/inside/dev/clew/cli/Main.class",
                "dev/clew/inside/org/objectweb/asm/ClassReader.class", "dev/clew/inside/io/avaje/json/JsonReader.class",
                "dev/clew/inside/dev/clew/model/version", "dev/clew/inside/META-INF/NOTICE",
                "dev/clew/inside/META-INF/LICENSE");
        assertThat(names()).noneMatch(name -> name.endsWith("module-info.class") || name.contains("/versions/")
                || name.startsWith("dev/clew/inside/dev/clew/api/")
                || name.startsWith("dev/clew/inside/dev/clew/agent/entry/"));
    }

    @Test
    void keepsTheLibraryOfTheTerminalFromTargets() throws Exception {
        String reader = "org.jline.reader.LineReader";
        try (var target = closing(false); var client = closing(true)) {
            assertThat(target.loader().getResource("org/jline/utils/xterm.caps")).isNull();
            assertThatThrownBy(() -> target.loader().loadClass(reader)).isInstanceOf(ClassNotFoundException.class);
            assertThat(client.loader().loadClass(reader)).hasToString("interface " + reader);
            assertThat(client.loader().getResource("org/jline/utils/xterm.caps")).isNotNull();
        }
        assertThat(names()).contains("dev/clew/client/META-INF/jline/providers/exec")
                .noneMatch(name -> name.startsWith("dev/clew/inside/org/jline") || name.endsWith(".so"));
    }

    private record Closing(InsideLoader loader) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            loader.close();
        }
    }

    private static Closing closing(boolean client) throws IOException {
        return new Closing(new InsideLoader(Ran.JAR.toFile(), ClassLoader.getPlatformClassLoader(), client));
    }

    @Test
    void holdsNoEntryTwice() throws IOException {
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void isAProgramAndAnAgent() throws IOException {
        try (var jar = new JarFile(Ran.JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            for (String key : List.of("Main-Class", "Premain-Class", "Agent-Class")) {
                assertThat(manifest.getValue(key)).isEqualTo("dev.clew.agent.entry.Start");
            }
            assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Implementation-Version")).matches("[0-9]+\\.[0-9]+.*");
        }
    }

    private static List<String> names() throws IOException {
        try (var jar = new JarFile(Ran.JAR.toFile())) {
            return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
        }
    }
}
