// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.entry.InsideLoader;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Defines the hook classes inside java.base, once for each content. */
final class HookClasses {

    /** What looks into classes of the JDK when it is initialised: soon enough when it is needed. */
    private static final Set<String> LATER = Set.of("Slots", "WorkFields", "ConstantPool");

    private HookClasses() {}

    /**
     * Opens what the hooks need of java.base; the first step of an attachment.
     *
     * @throws IllegalStateException in a JVM that records an archive of its classes, by a training run for example:
     *     changed classes are of no use in it, and JDK 25 crashes when it writes one after {@code Thread} was changed
     */
    static void open(Instrumentation instrumentation) throws ReflectiveOperationException {
        Module base = Object.class.getModule();
        Set<Module> ours = Set.of(HookClasses.class.getModule());
        instrumentation.redefineModule(base, Set.of(), Map.of("jdk.internal.misc", ours, "jdk.internal.vm", ours),
                Map.of("java.lang", ours, "java.util.concurrent", ours, "jdk.internal.misc", ours), Set.of(), Map.of());
        Class<?> archive = Class.forName("jdk.internal.misc.CDS");
        if ((boolean) archive.getMethod("isDumpingArchive").invoke(null)) {
            throw new IllegalStateException("this JVM records an archive of its classes");
        }
    }

    /** Returns the hook classes by their simple names, defining them unless an earlier attachment did. */
    static Map<String, Class<?>> in(InsideLoader inside) throws Exception {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
        Map<String, Class<?>> defined = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>(inside.hookNames());
        int patience = waiting.size() * waiting.size();
        while (!waiting.isEmpty() && patience-- > 0) {
            String name = waiting.removeFirst();
            Class<?> type = defined(inside, lookup, name);
            if (type == null) {
                waiting.addLast(name);
            } else {
                defined.put(name, type);
            }
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("can't define " + waiting);
        }
        for (Class<?> type : defined.values()) {
            if (LATER.stream().noneMatch(type.getName()::endsWith)) {
                Class.forName(type.getName(), true, null);
            }
        }
        return defined;
    }

    /** Returns the class, or null if its superclass is not there yet. */
    private static Class<?> defined(InsideLoader inside, MethodHandles.Lookup lookup, String name)
            throws IOException, IllegalAccessException {
        String className = (inside.hookPrefix() + name).replace('/', '.');
        try {
            return Class.forName(className, false, null);
        } catch (ClassNotFoundException absent) {
            try {
                return lookup.defineClass(inside.hook(name));
            } catch (NoClassDefFoundError early) {
                return null;
            }
        }
    }
}
