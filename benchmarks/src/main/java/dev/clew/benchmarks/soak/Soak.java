// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.soak;

import com.sun.tools.attach.VirtualMachine;
import dev.clew.benchmarks.Connection;
import dev.clew.benchmarks.Jdk;
import dev.clew.benchmarks.Setting;
import dev.clew.benchmarks.Target;
import dev.clew.benchmarks.guest.Everything;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Attaches to a busy program, sends clients, detaches, and does it again until its time is over. */
public final class Soak {

    private static final int LEAST_CYCLES = 12;
    private static final double MEGABYTE = 1;
    private static final double HALF_A_MEGABYTE = 0.5;
    private static final double HALF_A_THING = 0.5;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Setting setting;
    private final Target target;
    private final Duration slice;
    private final List<Reading> watched = new ArrayList<>();
    private final List<Reading> alone = new ArrayList<>();

    private Soak(Setting setting, Target target, Duration slice) {
        this.setting = setting;
        this.target = target;
        this.slice = slice;
    }

    /** Takes a time such as {@code 60m}, and {@code --leak} to plant one; returns 1 if something grows, else 0. */
    public static int run(Setting setting, List<String> words) throws Exception {
        Duration time = Duration.parse("PT" + (words.isEmpty() ? "60m" : words.get(0)).toUpperCase(Locale.ROOT));
        boolean leak = words.contains("--leak");
        boolean grows = false;
        for (int version : new int[] {25, 17}) {
            if (Jdk.find(version).isPresent()) {
                grows |= run(setting, Jdk.find(version).get(), time.dividedBy(2), leak);
            }
        }
        return grows ? 1 : 0;
    }

    private static boolean run(Setting setting, Jdk jdk, Duration time, boolean leak) throws Exception {
        long slice = Math.max(500, Math.min(10_000, time.toMillis() / (4 * LEAST_CYCLES)));
        System.out.printf("JDK %s, %d minutes, attached for %.1f s at a time%n", jdk.release(), time.toMinutes(),
                slice / 1e3);
        List<String> options = List.of("-Xmx1g", "-Djdk.attach.allowAttachSelf=false");
        try (Target target = Target.start(jdk, options, Everything.class, leak ? "leak" : "sound")) {
            return new Soak(setting, target, Duration.ofMillis(slice)).until(System.nanoTime() + time.toNanos());
        }
    }

    private boolean until(long end) throws Exception {
        System.out.printf("%6s %10s %8s | %-30s | %s%n", "cycle", "tasks", "clients",
                "attached: MB of heap and", "detached: the same");
        System.out.printf("%6s %10s %8s | %-30s |%n", "", "", "", "metaspace, threads (2), files");
        for (int cycle = 1; System.nanoTime() < end || cycle <= LEAST_CYCLES; cycle++) {
            cycle(cycle);
        }
        return verdict();
    }

    private void cycle(int cycle) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(target.pid()));
        machine.loadAgent(setting.clew().toString(), "memory=8m,dir=" + setting.sockets());
        machine.detach();
        double tasks;
        int clients;
        try (Visitors visitors = new Visitors(setting.sockets(), target.pid())) {
            tasks = target.numbers("run " + slice.toMillis())[0];
            clients = visitors.leave();
        }
        watched.add(Reading.of(target));
        detach();
        alone.add(Reading.of(target));
        System.out.printf("%6d %,10.0f %,8d | %s | %s%n", cycle, tasks, clients, text(watched), text(alone));
    }

    private void detach() throws IOException, InterruptedException {
        try (Connection clew = Connection.to(setting.sockets(), target.pid())) {
            clew.ask("detach", "{}");
        }
        Path socket = setting.sockets().resolve(target.pid() + ".sock");
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (Files.exists(socket) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        if (Files.exists(socket)) {
            throw new IOException("Clew does not leave");
        }
    }

    private static String text(List<Reading> readings) {
        Reading last = readings.get(readings.size() - 1);
        return String.format(Locale.ROOT, "%7.2f %7.2f %4.0f %4.0f %4.0f", last.heap(), last.metaspace(),
                last.clew(), last.threads(), last.files());
    }

    private boolean verdict() {
        System.out.printf("%n%-30s %10s %10s %10s %10s%n", "in the second half", "first", "last", "rise", "tolerated");
        boolean grows = false;
        for (Trend trend : trends()) {
            System.out.println(trend.line());
            grows |= trend.grows();
        }
        System.out.println();
        return grows;
    }

    private List<Trend> trends() {
        return List.of(trend("heap, attached, MB", watched, Reading::heap, MEGABYTE),
                trend("heap, detached, MB", alone, Reading::heap, MEGABYTE),
                trend("metaspace, attached, MB", watched, Reading::metaspace, HALF_A_MEGABYTE),
                trend("metaspace, detached, MB", alone, Reading::metaspace, HALF_A_MEGABYTE),
                trend("Clew's threads, attached", watched, Reading::clew, HALF_A_THING),
                trend("Clew's threads, detached", alone, Reading::clew, HALF_A_THING),
                trend("other threads, attached", watched, Reading::threads, HALF_A_THING),
                trend("other threads, detached", alone, Reading::threads, HALF_A_THING),
                trend("open files, attached", watched, Reading::files, HALF_A_THING),
                trend("open files, detached", alone, Reading::files, HALF_A_THING));
    }

    private static Trend trend(String what, List<Reading> readings, ToDoubleFunction<Reading> part,
            double tolerance) {
        return new Trend(what, readings.stream().map(part::applyAsDouble).toList(), tolerance);
    }
}
