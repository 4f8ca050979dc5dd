// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.Hello;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** CPU time, user and system, of a JVM that says hello: without an agent, with an empty one, with Clew. */
final class StartUp {

    private final Setting setting;
    private final Jdk jdk;

    StartUp(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    List<Row> measure() throws IOException, InterruptedException {
        Samples plain = new Samples();
        Pair pair = new Pair();
        hello(List.of(setting.watched()));
        for (int round = 0; round < 2 * setting.rounds(); round++) {
            plain.add(hello(List.of()));
            pair.base().add(hello(List.of(setting.base())));
            pair.clew().add(hello(List.of(setting.watched())));
        }
        System.err.printf("JDK %d start-up: plain %s, base %s, Clew %s ms%n", jdk.version(), plain.text(),
                pair.base().text(), pair.clew().text());
        String alone = "start of a JVM without any agent, ms of CPU";
        return List.of(Row.alone(alone, jdk.version(), plain),
                Row.over("start of a JVM, ms of CPU", jdk.version(), pair, Goal.START));
    }

    /** Returns the CPU time of one JVM with some options. */
    double hello(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash",
                jdk.tool("java")));
        command.addAll(options);
        command.addAll(List.of("-cp", setting.hello().toString(), Hello.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = process.errorReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join("\n", said));
        }
        String[] seconds = said.get(said.size() - 1).split(" ");
        return 1_000 * (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]));
    }
}
