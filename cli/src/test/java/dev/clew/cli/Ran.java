// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run of the packaged program came to.
 *
 * @param status its exit status
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
record Ran(int status, String out, String err) {

    static final Path JAR = Path.of(System.getProperty("clew.jar", "target/clew.jar"));

    /** Runs the packaged program with a socket directory of its own. */
    static Ran clew(Path directory, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("CLEW_DIR", directory.toString()));
        Path err = directory.resolveSibling("err.txt");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    /** Starts a program that naps, with options for its JVM, and returns once it does. */
    static Process napper(Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", "target/test-classes", Napper.class.getName()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLEW_DIR", directory.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        if (!"napping".equals(lines.readLine())) {
            throw new IOException("the program did not start");
        }
        return process;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
