// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import dev.clew.agent.hook.CompletionHooks;
import dev.clew.agent.hook.ForkJoinHooks;
import dev.clew.agent.hook.FutureHooks;
import dev.clew.agent.hook.OfferHooks;
import dev.clew.agent.hook.PoolHooks;
import dev.clew.agent.hook.ScopeHooks;
import dev.clew.agent.hook.StageHooks;
import dev.clew.agent.hook.ThreadHooks;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.agent.hook.TimerHooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hooks as they stand on the class path, and others that take their place. */
final class HookTargets {

    static final String RECORD = "dev/clew/agent/hook/ThreadRecord";

    private HookTargets() {}

    /** Returns the real hooks. */
    static Targets real() {
        return new Targets(classes());
    }

    /** Returns the real hooks but for one class, which is taken from somebody else under the same simple name. */
    static Targets with(String simpleName, Class<?> other) {
        Map<String, byte[]> classes = classes();
        classes.put(simpleName, bytes(other));
        return new Targets(classes);
    }

    private static Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new HashMap<>();
        for (Class<?> type : List.of(CompletionHooks.class, ForkJoinHooks.class, FutureHooks.class,
                OfferHooks.class, PoolHooks.class, ScopeHooks.class, StageHooks.class, ThreadHooks.class, ThreadRecord.class,
                TimerHooks.class)) {
            classes.put(type.getSimpleName(), bytes(type));
        }
        return classes;
    }

    private static byte[] bytes(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
