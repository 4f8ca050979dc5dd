// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.Told;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A value as text, with care: of a collection, a map, an array or a record that holds such, the first elements alone
 * are looked at, long strings are cut, and what throws is told of instead of passed on.
 *
 * <p><b>Threads</b>: the statement's, because toString, iterators and accessors are code of the application.
 */
final class ValueText {

    private static final int MOST_TEXT = 8_000;
    private static final int MOST_TOLD = 200_000;
    private static final int MOST_STRING = 2_000;
    private static final int MOST_ELEMENTS = 100;
    private static final int MOST_INNER = 20;
    private static final int DEEPEST = 4;

    private final StringBuilder text = new StringBuilder();

    private ValueText() {}

    static String of(Object value) {
        if (value instanceof Told told) {
            return cut(told.toString(), MOST_TOLD);
        }
        var one = new ValueText();
        one.add(value, 0);
        return cut(one.text.toString(), MOST_TEXT);
    }

    private boolean full() {
        return text.length() > MOST_TEXT;
    }

    private void add(Object value, int depth) {
        try {
            if (value instanceof CharSequence chars) {
                string(chars, value instanceof String || depth > 0);
            } else if (value instanceof Character c) {
                text.append('\'').append(escaped(c.toString(), '\'')).append('\'');
            } else if (value != null && isLarge(value)) {
                large(value, depth);
            } else {
                text.append(cut(String.valueOf(value), MOST_TEXT));
            }
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            text.append(plain(value)).append(" (telling of it threw ").append(e.getClass().getName()).append(')');
        }
    }

    private static boolean isLarge(Object value) {
        return value.getClass().isArray() || value instanceof Collection || value instanceof Map
                || value instanceof Map.Entry || value instanceof Optional || value instanceof AtomicReference
                || value instanceof Record entry && holdsLarge(entry);
    }

    /** Whether a record's own text would be that of all elements of something. */
    private static boolean holdsLarge(Record entry) {
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
            Class<?> type = component.getType();
            if (type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
                    || Record.class.isAssignableFrom(type) || Optional.class == type || Object.class == type
                    || type.isInterface()) {
                return true;
            }
        }
        return false;
    }

    private void large(Object value, int depth) throws Exception {
        if (depth >= DEEPEST) {
            text.append(plain(value));
        } else if (value.getClass().isArray()) {
            array(value, depth);
        } else if (value instanceof Collection<?> collection) {
            elements(collection.iterator(), collection.size(), "[]", depth);
        } else if (value instanceof Map<?, ?> map) {
            elements(map.entrySet().iterator(), map.size(), "{}", depth);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            add(entry.getKey(), depth + 1);
            text.append('=');
            add(entry.getValue(), depth + 1);
        } else if (value instanceof Optional<?> optional) {
            inner(optional.isPresent() ? "Optional[" : "Optional.empty", optional.orElse(null), depth);
        } else if (value instanceof AtomicReference<?> reference) {
            inner("AtomicReference[", reference.get(), depth);
        } else {
            components((Record) value, depth);
        }
    }

    private void inner(String head, Object value, int depth) {
        text.append(head);
        if (head.endsWith("[")) {
            add(value, depth + 1);
            text.append(']');
        }
    }

    private void array(Object array, int depth) {
        int length = Array.getLength(array);
        text.append(array.getClass().getComponentType().getSimpleName()).append('[').append(length).append("] { ");
        int shown = Math.min(length, most(depth));
        for (int i = 0; i < shown && !full(); i++) {
            text.append(i == 0 ? "" : ", ");
            add(Array.get(array, i), depth + 1);
        }
        text.append(length > shown ? ", … " + (length - shown) + " more }" : " }");
    }

    private void elements(Iterator<?> elements, int size, String brackets, int depth) {
        text.append(brackets.charAt(0));
        int count = 0;
        while (count < most(depth) && !full() && elements.hasNext()) {
            text.append(count++ == 0 ? "" : ", ");
            add(elements.next(), depth + 1);
        }
        if (count < size) {
            text.append(count == 0 ? "… " : ", … ").append(size - count).append(" more");
        }
        text.append(brackets.charAt(1));
    }

    private static int most(int depth) {
        return depth == 0 ? MOST_ELEMENTS : MOST_INNER;
    }

    private void components(Record entry, int depth) throws Exception {
        RecordComponent[] all = entry.getClass().getRecordComponents();
        if (!Arrays.stream(all).allMatch(component -> component.getAccessor().trySetAccessible())) {
            text.append(cut(entry.toString(), MOST_TEXT)); // its module keeps its components to itself
            return;
        }
        text.append(entry.getClass().getSimpleName()).append('[');
        String comma = "";
        for (RecordComponent component : all) {
            text.append(comma).append(component.getName()).append('=');
            try {
                add(component.getAccessor().invoke(entry), depth + 1);
            } catch (InvocationTargetException e) {
                text.append("(threw ").append(e.getCause().getClass().getName()).append(')');
            }
            comma = ", ";
        }
        text.append(']');
    }

    private void string(CharSequence chars, boolean quoted) {
        int length = chars.length();
        String shown = chars.subSequence(0, Math.min(length, MOST_STRING)).toString();
        text.append(quoted ? '"' + escaped(shown, '"') + '"' : shown);
        if (length > MOST_STRING) {
            text.append("… (").append(length).append(" characters)");
        }
    }

    private static String escaped(String plain, char quote) {
        return plain.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
                .replace(String.valueOf(quote), "\\" + quote);
    }

    static String plain(Object value) {
        return value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "… (cut)";
    }
}
