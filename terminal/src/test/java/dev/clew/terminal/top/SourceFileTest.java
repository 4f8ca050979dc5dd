// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    @TempDir
    private Path directory;

    @Test
    void readsFrames() {
        assertThat(SourceFile.of("com.acme.Orders$1.run(Orders.java:12)"))
                .isEqualTo(new SourceFile(Path.of("com/acme/Orders.java"), 12));
        assertThat(SourceFile.of("java.base/java.lang.Thread.run(Thread.java)"))
                .isEqualTo(new SourceFile(Path.of("java/lang/Thread.java"), 1));
        assertThat(SourceFile.of("Main.main(Main.java:3)")).isEqualTo(new SourceFile(Path.of("Main.java"), 3));
        assertThat(SourceFile.of("jdk.internal.misc.Unsafe.park(Native Method)")).isNull();
        assertThat(SourceFile.of("A.b(Unknown Source)")).isNull();
    }

    @Test
    void findsTheFileOfThePackage() throws IOException {
        Path other = Files.createDirectories(directory.resolve("a/src/com/other")).resolve("Orders.java");
        Path right = Files.createDirectories(directory.resolve("b/src/com/acme")).resolve("Orders.java");
        Path hidden = Files.createDirectories(directory.resolve(".old/com/acme")).resolve("Orders.java");
        for (Path file : new Path[] {other, right, hidden}) {
            Files.createFile(file);
        }
        assertThat(SourceFile.of("com.acme.Orders.run(Orders.java:12)").below(directory)).isEqualTo(right);
        assertThat(SourceFile.of("com.acme.Bill.run(Bill.java:12)").below(directory)).isNull();
    }

    @Test
    void opensAFileAtALine() throws IOException {
        Path file = directory.resolve("Long.java");
        Files.write(file, IntStream.rangeClosed(1, 100).mapToObj(line -> "\tline " + line + "\u001b").toList());
        Watcher watcher = Watcher.of(new Harbor(), 80, 24).press(Key.Special.ENTER);
        watcher.scene = watcher.scene.with(draft -> draft.source = open(file, 50));

        assertThat(watcher.line(4)).isEqualTo(" " + file);
        assertThat(watcher.line(5 + 9)).isEqualTo("   50      line 50\\u001b");
        assertThat(watcher.press(Key.Special.DOWN).line(5 + 8)).startsWith("   50  ");
        assertThat(watcher.press(Key.Special.END).line(22)).startsWith("  100  ");
        assertThat(watcher.press(Key.Special.HOME).line(5)).startsWith("    1  ");
        assertThat(watcher.press(Key.Special.ESCAPE).line(4)).startsWith("thread 1 `main`");
    }

    private static Excerpt open(Path file, int line) {
        try {
            return Excerpt.open(file, line).centred(18);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
