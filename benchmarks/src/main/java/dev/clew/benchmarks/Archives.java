// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How many classes the JVM takes ready-made at its start: from its own archive, and from a cache of the application. */
final class Archives {

    /** The first JDK that makes a cache in one step. */
    private static final int CACHES = 25;
    private static final Predicate<String> READY_MADE = line -> line.contains("source: shared objects file");

    private final Setting setting;
    private final Jdk jdk;

    Archives(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    List<Row> measure() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        rows.add(classes("classes from the JVM's own archive (CDS)", List.of()));
        if (jdk.version() >= CACHES) {
            String cache = train();
            rows.add(classes("classes from an AOT cache", List.of(cache)));
            rows.add(start(cache));
        }
        return rows;
    }

    private Row classes(String what, List<String> options) throws IOException, InterruptedException {
        Pair pair = new Pair();
        pair.base().add(loaded(setting.base(), options));
        pair.clew().add(loaded(setting.watched(), options));
        System.err.printf("JDK %d %s: %s over %s%n", jdk.version(), what, pair.clew().text(), pair.base().text());
        return Row.over(what, jdk.version(), pair, Goal.ARCHIVE);
    }

    private double loaded(String agent, List<String> options) throws IOException, InterruptedException {
        Path log = setting.sockets().resolve("classes.log");
        List<String> all = new ArrayList<>(List.of("-Xlog:class+load:file=" + log, agent));
        all.addAll(options);
        run(all);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(READY_MADE).count();
        }
    }

    private Row start(String cache) throws IOException, InterruptedException {
        StartUp start = new StartUp(setting, jdk);
        Pair pair = new Pair();
        for (int round = 0; round < 2 * setting.rounds(); round++) {
            pair.base().add(start.hello(List.of(setting.base(), cache)));
            pair.clew().add(start.hello(List.of(setting.watched(), cache)));
        }
        return Row.over("start of a JVM with that cache, ms of CPU", jdk.version(), pair, Goal.START);
    }

    /** Makes a cache without an agent, but with the module that any agent brings; else the JVM refuses it later. */
    private String train() throws IOException, InterruptedException {
        Path cache = setting.sockets().resolve("hello.aot");
        run(List.of("--add-modules=java.instrument", "-Xlog:disable", "-XX:AOTCacheOutput=" + cache));
        return "-XX:AOTCache=" + cache;
    }

    private void run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", setting.hello().toString(), Hello.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
