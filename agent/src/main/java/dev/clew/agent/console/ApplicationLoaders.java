// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.StatementThread;
import dev.clew.agent.entry.InsideLoader;
import dev.clew.model.answer.LoaderList;
import dev.clew.monitor.Refusal;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The class loaders of the application, numbered, and which of them a console takes.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: no loader is kept from being collected.
 */
final class ApplicationLoaders {

    private static final int MOST = 200;

    private final Instrumentation instrumentation;
    private final List<WeakReference<ClassLoader>> numbered = new ArrayList<>();

    ApplicationLoaders(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Returns whether a loader is neither the JDK's nor Clew's. */
    static boolean isOfApplication(ClassLoader loader) {
        return loader != null && loader != ClassLoader.getPlatformClassLoader() && !(loader instanceof InsideLoader)
                && !(loader instanceof SnippetLoader)
                && !loader.getClass().getName().startsWith("jdk.internal.reflect.");
    }

    /**
     * Returns the loader that was asked for.
     *
     * @param wanted its number, or the name of a class that it has loaded; null for the usual one
     */
    ClassLoader find(String wanted) throws Refusal {
        if (wanted == null || wanted.isBlank()) {
            return usual();
        }
        if (wanted.matches("[0-9]{1,9}")) {
            ClassLoader found = at(Integer.parseInt(wanted));
            if (found == null) {
                throw Refusal.absent("no class loader " + wanted, "/loaders in a console lists them");
            }
            return found;
        }
        return ofClass(wanted);
    }

    private ClassLoader ofClass(String name) throws Refusal {
        Set<ClassLoader> found = new LinkedHashSet<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getName().equals(name) && isOfApplication(type.getClassLoader())) {
                found.add(type.getClassLoader());
            }
        }
        if (found.size() == 1) {
            return found.iterator().next();
        }
        throw found.isEmpty()
                ? Refusal.absent("no class loader of the application has loaded " + name,
                        "/loaders in a console lists them")
                : Refusal.absent(found.size() + " class loaders have loaded " + name, "choose one by its number: "
                        + found.stream().map(this::number).map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Returns the loaders, the usual one first, then those with the most classes. */
    LoaderList list() {
        Map<ClassLoader, Integer> counts = new LinkedHashMap<>();
        ClassLoader usual = usual();
        counts.put(usual, 0);
        counts.putIfAbsent(ClassLoader.getSystemClassLoader(), 0);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isOfApplication(type.getClassLoader()) && !ModulePlace.isOfJdk(type.getModule())) {
                counts.merge(type.getClassLoader(), 1, Integer::sum);
            }
        }
        Comparator<ClassLoader> order = Comparator.<ClassLoader>comparingInt(each -> each == usual ? 0 : 1)
                .thenComparing(each -> -counts.get(each));
        return new LoaderList(counts.keySet().stream().sorted(order).limit(MOST)
                .map(each -> new LoaderList.Loader(number(each), name(each), each.getClass().getName(),
                        isOfApplication(each.getParent()) ? number(each.getParent()) : 0, counts.get(each),
                        each == usual)).toList());
    }

    /** Returns what a loader is called; its own toString is code of the application and is not asked. */
    String name(ClassLoader loader) {
        return loader.getName() == null ? loader.getClass().getSimpleName() + " " + number(loader) : loader.getName();
    }

    synchronized int number(ClassLoader loader) {
        for (int i = 0; i < numbered.size(); i++) {
            if (numbered.get(i).get() == loader) {
                return i + 1;
            }
        }
        numbered.add(new WeakReference<>(loader));
        return numbered.size();
    }

    private synchronized ClassLoader at(int number) {
        return number < 1 || number > numbered.size() ? null : numbered.get(number - 1).get();
    }

    /**
     * Returns the loader that the main thread looks through; when that one is over, the one that most threads do. A
     * server that is started from a jar in jars sets it so.
     */
    private static ClassLoader usual() {
        Map<ClassLoader, Integer> votes = new LinkedHashMap<>();
        for (Thread thread : threads()) {
            ClassLoader context = thread.getContextClassLoader();
            if (isOfApplication(context) && !(thread instanceof StatementThread)) {
                if (isMain(thread)) {
                    return context;
                }
                votes.merge(context, 1, Integer::sum);
            }
        }
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(ClassLoader.getSystemClassLoader());
    }

    private static boolean isMain(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().equals("main") && group != null && group.getName().equals("main");
    }

    private static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        int count = root.enumerate(threads);
        return Arrays.asList(threads).subList(0, count);
    }
}
