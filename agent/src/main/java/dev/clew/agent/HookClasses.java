// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.entry.InsideLoader;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Defines the hook classes inside java.base, once for each content. */
final class HookClasses {

    /** What looks into classes of the JDK when it is initialised: soon enough when it is needed. */
    private static final String[] LATER = {"Slots", "Hosts$", "WorkFields", "ConstantPool"};

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
        if (records(MethodHandles.lookup().findStatic(archive, "isDumpingArchive",
                MethodType.methodType(boolean.class)))) {
            throw new IllegalStateException("this JVM records an archive of its classes");
        }
    }

    private static boolean records(MethodHandle dumping) {
        try {
            return (boolean) dumping.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("this JVM does not tell whether it records an archive of its classes", e);
        }
    }

    /**
     * Defines the hook classes unless an earlier attachment did.
     *
     * @return the bytes, by their simple names, of those that instrumented code refers to
     */
    static Map<String, byte[]> in(InsideLoader inside) throws Exception {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
        Map<String, byte[]> called = new HashMap<>();
        List<Class<?>> defined = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>();
        for (String name : inside.hookNames()) { // all at once, the JVM would have to make a lambda of its own
            waiting.addLast(name);
        }
        boolean first = known(inside.hookPrefix() + waiting.getFirst()) == null;
        int patience = waiting.size() * waiting.size();
        while (!waiting.isEmpty() && patience-- > 0) {
            String name = waiting.removeFirst();
            byte[] bytes = inside.hook(name);
            Class<?> type = first ? null : known(inside.hookPrefix() + name);
            type = type != null ? type : defined(lookup, inside.hookPrefix() + name, bytes);
            if (type == null) {
                waiting.addLast(name);
                continue;
            }
            if (name.endsWith("Hooks") || name.equals("ThreadRecord")) {
                called.put(name, bytes);
            }
            if (!later(name)) {
                defined.add(type);
            }
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("can't define " + waiting);
        }
        for (Class<?> type : defined) {
            Class.forName(type.getName(), true, null);
        }
        return called;
    }

    private static boolean later(String name) {
        for (String start : LATER) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> known(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, null);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    /** Returns the class, or null if its superclass is not there yet. */
    private static Class<?> defined(MethodHandles.Lookup lookup, String name, byte[] bytes)
            throws IllegalAccessException {
        try {
            return lookup.defineClass(bytes);
        } catch (LinkageError e) {
            Class<?> already = known(name); // it is there, and what it needs was not
            if (already == null && !(e instanceof NoClassDefFoundError)) {
                throw e;
            }
            return already;
        }
    }
}
