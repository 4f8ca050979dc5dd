// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    @TempDir
    private Path directory;

    @Test
    void readsFrames() {
        assertThat(Source.of("com.acme.Orders$1.run(Orders.java:12)"))
                .isEqualTo(new Source(Path.of("com/acme/Orders.java"), 12));
        assertThat(Source.of("java.base/java.lang.Thread.run(Thread.java)"))
                .isEqualTo(new Source(Path.of("java/lang/Thread.java"), 1));
        assertThat(Source.of("Main.main(Main.java:3)")).isEqualTo(new Source(Path.of("Main.java"), 3));
        assertThat(Source.of("jdk.internal.misc.Unsafe.park(Native Method)")).isNull();
        assertThat(Source.of("A.b(Unknown Source)")).isNull();
    }

    @Test
    void findsTheFileOfThePackage() throws IOException {
        Path other = Files.createDirectories(directory.resolve("a/src/com/other")).resolve("Orders.java");
        Path right = Files.createDirectories(directory.resolve("b/src/com/acme")).resolve("Orders.java");
        Path hidden = Files.createDirectories(directory.resolve(".old/com/acme")).resolve("Orders.java");
        for (Path file : new Path[] {other, right, hidden}) {
            Files.createFile(file);
        }
        assertThat(Source.of("com.acme.Orders.run(Orders.java:12)").below(directory)).isEqualTo(right);
        assertThat(Source.of("com.acme.Bill.run(Bill.java:12)").below(directory)).isNull();
    }
}
