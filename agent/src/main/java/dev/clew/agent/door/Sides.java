// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.agent.entry.Meeting;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The copies of the api in this JVM, one for each class loader that has one.
 *
 * <p><b>Threads</b>: Clew's own. <b>Consistency</b>: a copy that is initialised before an agent comes is there when that
 * agent has {@link #find found} it, any other as soon as it is initialised. <b>Cost</b>: a look at the names of all
 * loaded classes, once an attachment. A copy is never held: it goes with its class loader.
 */
public final class Sides {

    private static final String DOOR = "dev.clew.api.Door";

    private Sides() {}

    /** Opens the door of each copy that was there before the agent; returns why some could not be opened. */
    static List<String> find(Instrumentation instrumentation) {
        List<String> problems = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getName().equals(DOOR)) {
                try {
                    open(type);
                } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                    problems.add("a copy of the api can't be reached: " + e);
                }
            }
        }
        return problems;
    }

    private static void open(Class<?> door) throws ReflectiveOperationException {
        Method open = door.getDeclaredMethod("open", Object.class, Object.class);
        open.setAccessible(true);
        open.invoke(null, Meeting.AGENT, Meeting.SIDES);
    }

    /** Returns the copies that are there now, in the order in which they came. */
    static List<BiFunction<String, Object[], Object>> all() {
        List<BiFunction<String, Object[], Object>> sides = new ArrayList<>();
        Meeting.SIDES.removeIf(side -> side.refersTo(null));
        for (Reference<BiFunction<String, Object[], Object>> side : Meeting.SIDES) {
            BiFunction<String, Object[], Object> there = side.get();
            if (there != null) {
                sides.add(there);
            }
        }
        return sides;
    }

    /** Returns the objects that the application shows in the console, by their names; of equal names the first. */
    public static Map<String, Object> console() {
        Map<String, Object> objects = new LinkedHashMap<>();
        for (BiFunction<String, Object[], Object> side : all()) {
            if (side.apply("console", new Object[0]) instanceof Map<?, ?> shown) {
                shown.forEach((name, object) -> objects.putIfAbsent((String) name, object));
            }
        }
        return objects;
    }
}
