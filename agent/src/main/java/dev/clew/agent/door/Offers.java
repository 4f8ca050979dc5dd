// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.monitor.command.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * All commands that the copies of the api offer at one moment: those that were added, then those of providers.
 *
 * <p><b>Threads</b>: one that may run code of the application.
 */
final class Offers {

    private static final String DOOR = "dev.clew.api.Door";
    private static final String SERVICE = "META-INF/services/dev.clew.api.CommandProvider";
    private static final int MOST_LOADERS = 100;

    private final Map<String, Offer> offers = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Offers() {}

    /** Asks every copy. */
    static Offers now() {
        var now = new Offers();
        Set<ClassLoader> loaders = loaders();
        loaders.forEach(now::wake);
        List<BiFunction<String, Object[], Object>> sides = Sides.all();
        sides.forEach(side -> now.take(side.apply("commands", new Object[0])));
        for (ClassLoader loader : loaders) {
            sides.forEach(side -> now.take(side.apply("provided", new Object[] {loader})));
        }
        return now;
    }

    /** Returns the commands by their names. */
    Map<String, Offer> byName() {
        return offers;
    }

    /** Returns what is left out and why. */
    List<String> problems() {
        return problems;
    }

    /** Returns the class loaders that a provider may be found by: the system's, and the context of running threads. */
    private static Set<ClassLoader> loaders() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(ClassLoader.getSystemClassLoader());
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 50];
        int count = root.enumerate(threads);
        for (int i = 0; i < count && loaders.size() < MOST_LOADERS; i++) {
            ClassLoader context = threads[i].getContextClassLoader();
            if (context != null) {
                loaders.add(context);
            }
        }
        return loaders;
    }

    /** Has the copy that belongs to a loader's providers come to the door, if it was never used so far. */
    private void wake(ClassLoader loader) {
        if (loader.getResource(SERVICE) != null) {
            try {
                Class.forName(DOOR, true, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add("there are providers of commands but no api: " + e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void take(Object told) {
        if (told instanceof List<?> all) {
            all.forEach(each -> take((Map<String, Object>) each));
        }
    }

    private void take(Map<String, Object> told) {
        if (told.get("problem") instanceof String problem) {
            problems.add(problem);
            return;
        }
        Offer offer = Offer.of(told);
        String name = offer.command().name();
        Offer known = offers.get(name);
        if (Grammar.isTaken(name)) {
            problems.add("the application's command " + name + " is left out: Clew has one of that name");
        } else if (known == null) {
            offers.put(name, offer);
        } else if (offer.provider() == null || offer.provider() != known.provider()) {
            problems.add("a second command " + name + " of the application is left out");
        }
    }
}
