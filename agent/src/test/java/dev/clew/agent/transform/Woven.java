// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Classes with hooks in them, and a class loader that takes them before its parent's. */
final class Woven extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    Woven() {
        super(Woven.class.getClassLoader());
    }

    /** Returns the transformer of libraries, with hooks that are written down. */
    static Libraries libraries() {
        return libraries(HookTargets.with("PoolHooks", RecordedHooks.class));
    }

    static Libraries libraries(Targets targets) {
        Instrumentation none = (Instrumentation) Proxy.newProxyInstance(Woven.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "removeTransformer", "isModifiableClass" -> true;
                    case "getAllLoadedClasses" -> new Class<?>[0];
                    default -> null;
                });
        return Libraries.into(none, new ClassLoader(null) {}, targets, true);
    }

    /** Returns a class with hooks, or null if it needs none. */
    static byte[] weave(ClassFileTransformer libraries, String name, byte[] bytes) {
        try {
            return libraries.transform(Woven.class.getModule(), Woven.class.getClassLoader(), name, null, null, bytes);
        } catch (java.lang.instrument.IllegalClassFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a class known, by its binary name. */
    Woven with(String name, byte[] bytes) {
        classes.put(name, bytes);
        return this;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
