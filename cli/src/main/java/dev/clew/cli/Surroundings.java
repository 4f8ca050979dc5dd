// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.talk.Output;
import dev.clew.monitor.text.Screen;
import dev.clew.terminal.Paint;
import dev.clew.terminal.Streams;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the program stands in.
 *
 * @param in where a shell's commands come from
 * @param out where answers go
 * @param err where refusals go
 * @param person whether somebody types at a terminal
 * @param screen lays out the answers
 */
public record Surroundings(BufferedReader in, PrintStream out, PrintStream err, boolean person, Screen screen) {

    private static final int NO_TERMINAL = 160;

    /** Returns the surroundings of this process; whatever its locale, it speaks UTF-8. */
    static Surroundings real() {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Surroundings(in, stream(FileDescriptor.out), stream(FileDescriptor.err), terminal(0),
                new Screen(width(), Clock.systemUTC()));
    }

    /** Returns where answers go. */
    Output output() {
        boolean person = terminal(1);
        return new Streams(screen, out, err, person, person ? Paint.of(System.getenv()) : new Paint(false));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                flush();
            }
        };
    }

    private static int width() {
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(columns);
        }
        return terminal(1) ? terminalWidth() : NO_TERMINAL;
    }

    static boolean terminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Returns how many rows the terminal has; 0 if that is not known. */
    static int rows() {
        return terminalSize()[0];
    }

    private static int terminalWidth() {
        int columns = terminalSize()[1];
        return columns > 0 ? columns : NO_TERMINAL;
    }

    private static int[] terminalSize() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            String[] numbers = size.matches("[0-9]{1,4} [0-9]{1,4}") ? size.split(" ") : new String[] {"0", "0"};
            return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
        } catch (IOException e) {
            return new int[] {0, 0};
        }
    }
}
