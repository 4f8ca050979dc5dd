// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Frame;
import java.util.List;

/**
 * What a future is for, read off the stack of its creation.
 *
 * @param method the method of CompletableFuture that made it, for example {@code thenApply}; {@code promise} if the
 *     application made it by {@code new}
 * @param dependent whether it passes on what its sources give
 */
record Stage(String method, boolean dependent) {

    private static final String FUTURE = "java.util.concurrent.CompletableFuture";
    private static final List<String> INDEPENDENT = List.of("supplyAsync", "runAsync");
    /** Methods that make a future for somebody else, also where a subclass overrides them. */
    private static final List<String> MAKERS = List.of("<init>", "newIncompleteFuture");

    static Stage of(List<Frame> creation) {
        String method = null;
        for (Frame frame : creation) {
            boolean inside = frame.className().equals(FUTURE) || frame.className().startsWith(FUTURE + "$");
            boolean makes = MAKERS.contains(frame.method());
            if (inside && !makes) {
                method = frame.method();
            } else if (!inside && (method != null || !makes)) {
                break;
            }
        }
        return method == null ? new Stage("promise", false) : new Stage(method, !INDEPENDENT.contains(method));
    }
}
