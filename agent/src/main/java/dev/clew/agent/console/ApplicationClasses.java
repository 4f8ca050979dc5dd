// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that a loader of the application can see, by their packages: those in its places, loaded or not, and
 * those that were made at run time.
 *
 * <p><b>Threads</b>: one console's. <b>Consistency</b>: places are read once; loaded classes are looked at again when
 * asked to. <b>Cost</b>: the names of the classes, and reading the directories of jars once.
 */
final class ApplicationClasses {

    private final ClassLoader loader;
    private final Instrumentation instrumentation;
    private final List<ClassLoader> chain = new ArrayList<>();
    private final TreeMap<String, Set<String>> packages = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    ApplicationClasses(ClassLoader loader, Instrumentation instrumentation) {
        this.loader = loader;
        this.instrumentation = instrumentation;
        for (ClassLoader each = loader; ApplicationLoaders.isOfApplication(each); each = each.getParent()) {
            chain.add(each);
        }
        for (ClassLoader each : chain) {
            Places.of(each).forEach(this::read);
        }
        for (Module module : modules()) {
            read(new ModulePlace(module));
        }
        look();
    }

    private void read(Place place) {
        try {
            place.classFiles(this::add);
        } catch (IOException | RuntimeException e) {
            unreadable.add(place + " (" + e + ")");
        }
    }

    /** Looks for classes that were loaded since. */
    void look() {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (chain.contains(type.getClassLoader()) && !ModulePlace.isOfJdk(type.getModule())) {
                add(type);
            }
        }
        for (Class<?> type : instrumentation.getInitiatedClasses(loader)) {
            if (ApplicationLoaders.isOfApplication(type.getClassLoader())) {
                add(type);
            }
        }
    }

    private void add(Class<?> type) {
        if (!type.isArray() && !type.isHidden() && type.getName().indexOf('/') < 0) {
            add(type.getName());
        }
    }

    private void add(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            packages.computeIfAbsent(name.substring(0, dot), absent -> new TreeSet<>()).add(name);
        }
    }

    /** Returns the application's named modules that the loader can see. */
    List<Module> modules() {
        Set<ModuleLayer> layers = new LinkedHashSet<>(List.of(ModuleLayer.boot()));
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ModuleLayer layer = chain.contains(type.getClassLoader()) ? type.getModule().getLayer() : null;
            if (layer != null) {
                layers.add(layer);
            }
        }
        return layers.stream().flatMap(layer -> layer.modules().stream())
                .filter(module -> chain.contains(module.getClassLoader()) && !ModulePlace.isOfJdk(module)).toList();
    }

    /** Returns the names of the classes in a package. */
    Collection<String> in(String packageName) {
        return packages.getOrDefault(packageName, Set.of());
    }

    /** Returns the packages whose names begin so. */
    Collection<String> packages(String beginning) {
        return packages.subMap(beginning, beginning + Character.MAX_VALUE).keySet();
    }

    /** Returns the classes of a simple name, so many at most. */
    List<String> named(String simpleName, int most) {
        String end = "." + simpleName;
        return packages.values().stream().flatMap(Set::stream).filter(name -> name.endsWith(end)).limit(most).toList();
    }

    /** Returns which places could not be read, and why. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Returns a class file: from where the loader would take it, else as the JVM has it. */
    byte[] classFile(String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in != null) {
                return in.readAllBytes();
            }
        }
        return new Snapshot(instrumentation).of(loaded(name));
    }

    private Class<?> loaded(String name) throws IOException {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getName().equals(name) && ApplicationLoaders.isOfApplication(type.getClassLoader())) {
                return type;
            }
        }
        throw new IOException("no class file of " + name);
    }
}
