// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a test is run under.
 *
 * @param jdk the program's JDK
 * @param arrival when the agent comes
 */
public record Setting(Jdk jdk, Arrival arrival) {

    /** Returns every tested JDK, with the agent at start and late. */
    public static Stream<Setting> all() {
        return settings(Jdks.tested(), List.of(Arrival.AT_START, Arrival.LATE));
    }

    /** Returns every tested JDK, with the agent at start. */
    public static Stream<Setting> atStart() {
        return settings(Jdks.tested(), List.of(Arrival.AT_START));
    }

    /** Returns every tested JDK, without the agent. */
    public static Stream<Setting> unwatched() {
        return settings(Jdks.tested(), List.of(Arrival.NEVER));
    }

    /** Returns every tested JDK that has virtual threads, with the agent at start and late. */
    public static Stream<Setting> withVirtualThreads() {
        return settings(Jdks.withVirtualThreads(), List.of(Arrival.AT_START, Arrival.LATE));
    }

    private static Stream<Setting> settings(List<Jdk> jdks, List<Arrival> arrivals) {
        return jdks.stream().flatMap(jdk -> arrivals.stream().map(arrival -> new Setting(jdk, arrival)));
    }

    @Override
    public String toString() {
        return jdk + " " + arrival;
    }
}
