// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.model.json.Json;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.text.Listings;
import java.util.List;

/** The command {@code list}: every JVM of this user. */
record Listing(Surroundings around, Machine machine) {

    int run(List<String> words) throws Refusal {
        for (String word : words) {
            if (!word.equals("--json")) {
                throw Refusal.usage("list takes no " + word, "usage: clew list [--json]");
            }
        }
        List<Jvm> jvms = machine.jvms();
        around.out().print(words.isEmpty() ? text(jvms) : Json.write(new All(jvms)) + "\n");
        around.out().flush();
        return 0;
    }

    private String text(List<Jvm> jvms) {
        List<List<String>> rows = jvms.stream()
                .map(jvm -> List.of(Long.toString(jvm.pid()), jvm.name(), known(jvm.mainClass()), known(jvm.jdk()),
                        watched(jvm)))
                .toList();
        return rows.isEmpty() ? "no JVM of this user\n" : Listings.jvms(rows, around.screen().width());
    }

    private static String watched(Jvm jvm) {
        return jvm.watched().equals("silent") ? "yes, but it does not answer"
                : jvm.address() == null ? jvm.watched() : jvm.watched() + ", at " + jvm.address();
    }

    private static String known(String text) {
        return text == null ? "unknown" : text;
    }

    /**
     * The JVMs as JSON.
     *
     * @param jvms the JVMs
     */
    record All(List<Jvm> jvms) {}
}
