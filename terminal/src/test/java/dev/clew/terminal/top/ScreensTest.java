// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screens as they are, in two sizes; {@code -Dtranscripts=write} writes them down anew. */
class ScreensTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/dev/clew/terminal/top");

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsTheTasks(int columns, int rows) throws IOException {
        matches("tasks", watcher(columns, rows).press("jj"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsTheSites(int columns, int rows) throws IOException {
        matches("sites", watcher(columns, rows).press("2"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsTheEndings(int columns, int rows) throws IOException {
        matches("endings", watcher(columns, rows).press("3"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsThePools(int columns, int rows) throws IOException {
        matches("pools", watcher(columns, rows).press("4"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsWhatHasChanged(int columns, int rows) throws IOException {
        Watcher watcher = watcher(columns, rows).press("m");
        watcher.harbor.crowded(3).live.remove(2);
        matches("changes", watcher.passes(9).press("d"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsATask(int columns, int rows) throws IOException {
        matches("task", watcher(columns, rows).press(Key.Special.END, Key.Special.ENTER).press("jjjj"));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void showsHelp(int columns, int rows) throws IOException {
        matches("help", watcher(columns, rows).press("?"));
    }

    @Test
    void neverShowsMoreThanThereIsRoomFor() {
        for (int columns : new int[] {20, 40, 79, 80, 133}) {
            for (int rows : new int[] {7, 10, 24}) {
                for (String keys : new String[] {"", "2", "3", "4", "5", "?", "/kind:x\n", "g", "c"}) {
                    Watcher watcher = watcher(columns, rows).press(keys.replace("\n", ""));
                    if (keys.endsWith("\n")) {
                        watcher.press(Key.Special.ENTER);
                    }
                    assertThat(new Painter(new Palette(true)).paint(watcher.scene, watcher.now))
                            .as(columns + "x" + rows + " " + keys).hasSize(rows)
                            .allMatch(line -> line.columnLength() <= columns);
                }
            }
        }
    }

    @Test
    void hasNoColourWhereNoneIsWanted() {
        Watcher watcher = watcher(80, 24).press("3");
        String plain = new Painter(new Palette(false)).paint(watcher.scene, watcher.now).stream()
                .map(line -> line.toAnsi()).reduce("", String::concat);

        assertThat(plain).contains("\u001b[7m").doesNotContainPattern("\u001b\\[[0-9;]*3[0-9]");
    }

    /** Returns somebody who has watched for a while. */
    private static Watcher watcher(int columns, int rows) {
        Watcher watcher = Watcher.of(new Harbor(), columns, rows);
        for (int i = 1; i <= 12; i++) {
            watcher.harbor.endings += i * 3;
            watcher.harbor.failures += i % 4 == 0 ? 2 : 0;
            watcher.passes(1);
        }
        return watcher;
    }

    private static void matches(String name, Watcher watcher) throws IOException {
        Path file = TRANSCRIPTS.resolve(name + "-" + watcher.scene.columns() + "x" + watcher.scene.rows() + ".txt");
        String screen = watcher.screen() + "\n";
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(file, screen, StandardCharsets.UTF_8);
        }
        assertThat(screen).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
