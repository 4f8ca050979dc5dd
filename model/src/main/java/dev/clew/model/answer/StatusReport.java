// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.time.Instant;
import java.util.List;

/**
 * What Clew is doing in a target, and what it can't see.
 *
 * @param clew Clew's version in the target
 * @param protocol the version of the wire's protocol
 * @param pid the target's process id
 * @param name the target's name
 * @param mainClass the target's main class or jar
 * @param jdk the target's {@code java.runtime.version}
 * @param since when Clew began to watch
 * @param mode {@code start} if the agent came with the JVM, {@code attach} if it came later
 * @param live how many tasks live now
 * @param ended how many tasks ended since then
 * @param kept how many endings are held
 * @param lost how many endings the history no longer holds
 * @param throttled how many creations were counted without a stack
 * @param memory bytes by part, estimated
 * @param budget the bytes that Clew may hold
 * @param selfCost CPU time of Clew's own threads since then, in milliseconds
 * @param hooks each hook with how often it fired
 * @param gaps what is not covered and why, a sentence each
 * @param listening where Clew listens
 * @param door the way in by TCP; null if there is none
 * @param costs what hooks cost the threads of the application, by sampled events
 */
public record StatusReport(String clew, int protocol, long pid, String name, String mainClass, String jdk,
        Instant since, String mode, long live, long ended, long kept, long lost, long throttled, List<Part> memory,
        long budget, long selfCost, List<Hook> hooks, List<String> gaps, List<String> listening, Door door,
        List<Cost> costs)
        implements Answer {

    /** Makes the report of a target without a way in by TCP, where no event was sampled. */
    public StatusReport(String clew, int protocol, long pid, String name, String mainClass, String jdk, Instant since,
            String mode, long live, long ended, long kept, long lost, long throttled, List<Part> memory, long budget,
            long selfCost, List<Hook> hooks, List<String> gaps, List<String> listening) {
        this(clew, protocol, pid, name, mainClass, jdk, since, mode, live, ended, kept, lost, throttled, memory, budget,
                selfCost, hooks, gaps, listening, null, List.of());
    }

    /**
     * A way in by TCP.
     *
     * @param address where it is, for example {@code 127.0.0.1:20101}
     * @param role what whoever comes in by it is allowed: {@code read}, {@code act} or {@code eval}
     * @param tokenFile the file in the target's file system that holds the token
     */
    public record Door(String address, String role, String tokenFile) {}

    /**
     * What a sort of event costs the thread on which it happens.
     *
     * @param event {@code creation} or {@code ending}
     * @param nanos the mean of the sampled events, in nanoseconds, with a reading of the clock
     * @param sampled how many were
     */
    public record Cost(String event, long nanos, long sampled) {}

    /**
     * A part of Clew's memory.
     *
     * @param name the part
     * @param bytes its size, estimated
     */
    public record Part(String name, long bytes) {}

    /**
     * One hook.
     *
     * @param name the hooked method, for example {@code Thread.start}
     * @param state {@code on}, {@code missing}, {@code off} after too many failures, or {@code idle} until its class
     *     is loaded
     * @param fired how often it fired, Clew's own self-test included
     * @param failed how often it failed
     */
    public record Hook(String name, String state, long fired, long failed) {}
}
