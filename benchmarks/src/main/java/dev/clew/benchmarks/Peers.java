// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Other tools that follow tasks, on the same workloads in the same run. */
final class Peers {

    private final Setting setting;
    private final Jdk jdk;
    private final List<String> lines = new ArrayList<>();

    Peers(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    /** Returns the lines of the table. */
    List<String> measure() throws IOException, RunnerException, InterruptedException {
        Peer base = Peer.empty(setting);
        Peer clew = Peer.clew(setting);
        if (jdk.hasVirtualThreads()) {
            compare("launch, run and end of a coroutine, ns", "Coroutines.launch",
                    List.of(base, clew, Peer.probes(), Peer.probesWithStacks()));
        }
        if (setting.full() && jdk.hasVirtualThreads()) {
            compare("start, run and end of a virtual thread, ns", "Starts.shallow",
                    List.of(base, Peer.plain(), clew, Peer.recorder(setting), Peer.openTelemetry()));
        }
        if (setting.full() || jdk.hasVirtualThreads()) {
            compare("`submit` and `get` through a pool, ns", "Futures.submit", setting.full()
                    ? List.of(base, Peer.plain(), clew, Peer.transmittable(), Peer.openTelemetry())
                    : List.of(base, clew, Peer.transmittable()));
        }
        if (setting.full()) {
            start(List.of(base, Peer.plain(), clew, Peer.transmittable(), Peer.openTelemetry()));
        }
        return lines;
    }

    private void compare(String what, String benchmark, List<Peer> peers) throws RunnerException {
        Rounds rounds = new Rounds(setting, jdk);
        Map<Peer, Samples> measured = begin(peers);
        for (int round = 0; round < rounds(); round++) {
            for (Peer peer : peers) {
                measured.get(peer).add(rounds.fork(benchmark, peer.name(), peer.options()));
            }
        }
        tell(what, measured, peers.get(0));
    }

    private void start(List<Peer> peers) throws IOException, InterruptedException {
        StartUp start = new StartUp(setting, jdk);
        Map<Peer, Samples> measured = begin(peers);
        for (int round = 0; round < rounds(); round++) {
            for (Peer peer : peers) {
                measured.get(peer).add(start.hello(peer.options()));
            }
        }
        tell("start of a JVM, ms of CPU", measured, peers.get(0));
    }

    /** Returns how often each is measured. */
    private int rounds() {
        return setting.full() ? 5 : 1;
    }

    private static Map<Peer, Samples> begin(List<Peer> peers) {
        Map<Peer, Samples> measured = new LinkedHashMap<>();
        peers.forEach(peer -> measured.put(peer, new Samples()));
        return measured;
    }

    private void tell(String what, Map<Peer, Samples> measured, Peer base) {
        Samples without = measured.get(base);
        measured.forEach((peer, samples) -> {
            Samples over = samples.with(without, (with, alone) -> with - alone);
            lines.add("| " + what + " | " + jdk.version() + " | " + peer.name() + " | " + samples.text() + " | "
                    + (peer.equals(base) ? "" : (over.median() < 0 ? "" : "+") + over.text()) + " |");
        });
    }
}
