// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.soak.Soak;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures everything and writes it into the page. */
public final class Bench {

    private final Setting setting;
    private final Findings found = new Findings();

    private Bench(Setting setting) {
        this.setting = setting;
    }

    /** Takes the jar of Clew and the page, and what to do: everything, {@code --full}, {@code --only}, {@code --soak}. */
    public static void main(String[] arguments) throws Exception {
        Path clew = Path.of(arguments[0]);
        List<String> words = List.of(arguments).subList(2, arguments.length);
        try {
            run(clew, Path.of(arguments[1]), words);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Path clew, Path page, List<String> words) throws Exception {
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "--soak" -> System.exit(Soak.run(Setting.of(false, clew), words.subList(1, words.size())));
            case "--only" -> new Bench(Setting.of(false, clew)).only(words.subList(1, words.size()));
            case "--full" -> new Bench(Setting.of(true, clew)).all(page);
            default -> new Bench(Setting.of(false, clew)).all(page);
        }
    }

    private void all(Path page) throws Exception {
        for (int version : new int[] {25, 17}) {
            Optional<Jdk> jdk = Jdk.find(version);
            if (jdk.isPresent()) {
                found.jdks().add(jdk.get());
                for (Part part : Part.values()) {
                    part.measure(setting, jdk.get(), found);
                }
            }
        }
        new Page(page).write(setting, found, Rounds.throttled(setting));
    }

    /** Measures some parts, or benchmarks of JMH by their names, on JDK 25, prints them and leaves the page alone. */
    private void only(List<String> names) throws Exception {
        Jdk jdk = Jdk.find(25).orElseThrow(() -> new IllegalStateException("there is no JDK 25"));
        for (String name : names) {
            if (name.contains(".")) {
                found.rows().add(Row.over(name + ", ns", jdk.version(), new Rounds(setting, jdk).compare(name), null));
            } else {
                Part.named(name).measure(setting, jdk, found);
            }
        }
        found.rows().forEach(row -> System.out.println(row.line()));
        found.peers().forEach(System.out::println);
        found.curves().forEach(curve -> System.out.println(curve.table()));
        System.out.printf("at most %.1f %% throttled%n", Rounds.throttled(setting));
    }
}
