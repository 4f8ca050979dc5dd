// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hooks of one attachment: put into classes as they are loaded or already are, and taken out again.
 *
 * <p><b>Threads</b>: whichever thread loads a class. <b>Consistency</b>: a class either has all its hooks or none.
 * <b>Cost</b>: a map look-up for each class that is loaded.
 */
public final class Installation implements ClassFileTransformer {

    private final Instrumentation instrumentation;
    private final Targets targets;
    private final Subjects subjects = new Subjects();
    private final Set<String> applied = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    private Installation(Instrumentation instrumentation, Targets targets) {
        this.instrumentation = instrumentation;
        this.targets = targets;
    }

    /** Puts every hook in; what a JVM does not have is left out and told by {@link #problems}. */
    public static Installation into(Instrumentation instrumentation, Targets targets) {
        Installation installation = new Installation(instrumentation, targets);
        instrumentation.addTransformer(installation, true);
        installation.retransform();
        return installation;
    }

    /** Takes every hook out again. */
    public void remove() {
        instrumentation.removeTransformer(this);
        retransform();
    }

    /** Returns the names of the hooks that are in place. */
    public Set<String> applied() {
        return Set.copyOf(applied);
    }

    /** Returns the names of hooks whose class was seen and does not have the method. */
    public Set<String> missing() {
        Set<String> missing = new HashSet<>();
        for (String className : seen) {
            subjects.of(className).patches().forEach(patch -> missing.add(patch.hook()));
        }
        missing.removeAll(applied);
        return missing;
    }

    /** Returns classes that could not be instrumented, with the reason. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    private void retransform() {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            if ((name.startsWith("java.") || name.startsWith("sun.nio.")) && type.getClassLoader() == null
                    && subjects.of(name) != null && instrumentation.isModifiableClass(type)) {
                loaded.add(type);
            }
        }
        try {
            instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            loaded.forEach(this::retransform);
        }
    }

    private void retransform(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
            problems.put(type.getName(), String.valueOf(e));
        }
    }

    @Override
    public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined,
            ProtectionDomain domain, byte[] bytes) {
        Subject subject = loader != null || name == null ? null : subjects.of(name);
        if (subject == null) {
            return null;
        }
        try {
            seen.add(name);
            return PatchedClass.of(bytes, subject, targets, applied);
        } catch (RuntimeException | LinkageError e) {
            problems.put(name.replace('/', '.'), String.valueOf(e));
            return null;
        }
    }
}
