// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.answer.Answer;
import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program {@code clew}, run from its jar.
 *
 * @param java what runs it
 * @param file its jar
 * @param sockets its {@code CLEW_DIR}
 */
public record Clew(String java, Path file, Path sockets) {

    /** Returns the program as it was built, with its sockets in a directory. */
    public static Clew at(Path sockets) {
        return new Clew(Jdks.present().program("java"), jar(), sockets);
    }

    /** Returns the jar that was built. */
    public static Path jar() {
        return Path.of(System.getProperty("clew.jar", "target/clew.jar")).toAbsolutePath();
    }

    /** Returns this program from another jar. */
    public Clew from(Path other) {
        return new Clew(java, other, sockets);
    }

    /** Returns this program run by another JDK. */
    public Clew on(Jdk jdk) {
        return new Clew(jdk.program("java"), file, sockets);
    }

    /** Runs one command. */
    public Finished run(String... words) {
        return script("", words);
    }

    /** Runs one command on one process. */
    public Finished ask(long pid, String... words) {
        List<String> all = new ArrayList<>(List.of("-p", Long.toString(pid)));
        all.addAll(Arrays.asList(words));
        return run(all.toArray(String[]::new));
    }

    /** Runs it with some input. */
    public Finished script(String input, String... words) {
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "-jar", file.toString()));
        command.addAll(Arrays.asList(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLEW_DIR", sockets.toString());
        builder.environment().remove("COLUMNS");
        return Finished.of(builder, input);
    }

    /** Attaches to a process. */
    public Finished attach(long pid) {
        return attach(pid, List.of());
    }

    /** Attaches to a process with options, for example {@code memory=1m}. */
    public Finished attach(long pid, List<String> options) {
        var words = new ArrayList<>(List.of("attach", Long.toString(pid)));
        options.forEach(pair -> words.addAll(List.of("--option", pair)));
        return run(words.toArray(String[]::new));
    }

    /** Reads what a command with {@code --json} printed. */
    public static <A extends Record & Answer> A parse(Class<A> type, Finished finished) {
        try {
            return Json.read(type, finished.out().strip());
        } catch (MalformedJson e) {
            throw new AssertionError("not the JSON of " + type.getSimpleName() + ": " + finished.out(), e);
        }
    }
}
