// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.model.Frame;
import java.util.Set;

/** Names what was done to a task: what the application called, which its stack tells. */
final class Acts {

    static final String TIMEOUT = "timeout";
    static final String DEPENDENCY = "dependency";
    private static final String REJECT = "reject";

    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String COMPLETION = "completeExceptionally";
    private static final String SCOPE = CONCURRENT + "StructuredTaskScope";
    private static final Set<String> CANCELLING = Set.of("cancel", "shutdownNow", "shutdown", "close", "invokeAny",
            "invokeAll");
    private static final Set<String> CANCELLING_SCOPE = Set.of("cancel", "implShutdown", "shutdown");

    private Acts() {}

    /** Returns the word for an act. */
    static String word(Act act, Trace trace) {
        return switch (act.kind) {
            case Act.CANCEL -> cancelling(trace, "cancel");
            case Act.INTERRUPT -> cancelling(trace, "interrupt");
            case Act.SHUTDOWN -> cancelling(trace, "shutdownNow");
            case Act.COMPLETE -> trace.frames().isEmpty() || calls(trace, COMPLETION) ? COMPLETION
                    : refuses(trace) ? REJECT : DEPENDENCY;
            case Act.DEPENDENCY -> DEPENDENCY;
            case Act.REJECT -> REJECT;
            case Act.OBTRUDE -> "obtrude";
            default -> trace.frames().isEmpty() || calls(trace, "cancel") ? "timer cancel" : "timer died";
        };
    }

    /** Returns the last method on the way out to the application that cancels, or the word if there is none. */
    private static String cancelling(Trace trace, String otherwise) {
        String word = otherwise;
        for (Frame frame : trace.frames()) {
            String type = frame.className();
            if (!Sites.ofJdk(type)) {
                break;
            }
            if (type.startsWith(SCOPE) && CANCELLING_SCOPE.contains(frame.method())) {
                word = "scope cancel";
            } else if (type.startsWith(SCOPE) && frame.method().equals("joinUntil")) {
                word = TIMEOUT;
            } else if (type.startsWith(CONCURRENT) && CANCELLING.contains(frame.method())) {
                word = frame.method();
            }
        }
        return word;
    }

    /** Whether the call that makes a stage of complete sources completes it: its executor did not take it. */
    private static boolean refuses(Trace trace) {
        for (Frame frame : trace.frames()) {
            if (!Sites.ofJdk(frame.className())) {
                return false;
            }
            if (frame.className().equals(CONCURRENT + "CompletableFuture")
                    && frame.method().matches("(uni|bi|or)\\w+(Now|Stage)")) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the application called a method of this name, directly or by way of the JDK. */
    static boolean calls(Trace trace, String method) {
        for (Frame frame : trace.frames()) {
            if (!Sites.ofJdk(frame.className())) {
                return false;
            }
            if (frame.method().equals(method)) {
                return true;
            }
        }
        return false;
    }
}
