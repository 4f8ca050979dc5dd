// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.model.Frame;

/** Names what was done to a task. */
final class Acts {

    private Acts() {}

    /** Returns the word for an act; its stack tells a scope's cancellation from a plain interrupt. */
    static String word(Act act, Trace trace) {
        return switch (act.kind) {
            case Act.CANCEL -> "cancel";
            case Act.INTERRUPT -> interrupt(trace);
            case Act.SHUTDOWN -> "shutdownNow";
            case Act.COMPLETE -> "completeExceptionally";
            case Act.DEPENDENCY -> "dependency";
            case Act.REJECT -> "reject";
            default -> "timer cancel";
        };
    }

    private static String interrupt(Trace trace) {
        for (Frame frame : trace.frames()) {
            String type = frame.className();
            String method = frame.method();
            if (type.startsWith("java.util.concurrent.StructuredTaskScope")
                    && (method.equals("cancel") || method.equals("implShutdown") || method.equals("shutdown"))) {
                return "scope cancel";
            }
            if (type.equals("java.util.concurrent.FutureTask") && method.equals("cancel")) {
                return "cancel";
            }
            if (type.startsWith("java.util.concurrent.") && method.equals("shutdownNow")) {
                return "shutdownNow";
            }
            if (!Sites.ofJdk(type)) {
                break;
            }
        }
        return "interrupt";
    }
}
