// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.BaseStream;

/**
 * Makes what a command returned into lines, or into rows of texts, numbers and truth values under columns.
 *
 * <p><b>Threads</b>: the command's; it calls code of the application. <b>Cost</b>: bounded in rows and characters.
 */
final class Showing {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 2_000;
    private static final int LONGEST_LINE = 20_000;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private int room = MOST_CHARACTERS;

    private Showing() {}

    /** Returns what is shown of a value, as the agent takes it. */
    static Map<String, Object> of(Object value) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        Iterator<?> many = many(value);
        if (many == null && !isRow(value)) {
            return lines(value == null ? "" : value.toString());
        }
        return new Showing().rows(many == null ? List.of(value).iterator() : many, value);
    }

    /** Returns what a failure is told by, on one line. */
    static String failure(Throwable failure, Class<?> body) {
        String said;
        try {
            said = failure.toString();
        } catch (RuntimeException | StackOverflowError e) {
            said = failure.getClass().getName();
        }
        String owner = body.getName().replaceFirst("\\$.*", "");
        return cut(said, LONGEST_CELL) + Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(owner)).findFirst()
                .map(frame -> ", at " + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                        + frame.getMethodName().replaceFirst("^lambda\\$(.+)\\$[0-9]+$", "$1") + ":" + frame.getLineNumber()).orElse("");
    }

    private static Map<String, Object> lines(String text) {
        List<String> lines = new ArrayList<>();
        int room = MOST_CHARACTERS;
        Iterator<String> all = text.lines().iterator();
        while (all.hasNext() && lines.size() < MOST_ROWS && room > 0) {
            String line = cut(all.next(), LONGEST_LINE);
            room -= line.length();
            lines.add(line);
        }
        long left = 0;
        for (; all.hasNext(); all.next()) {
            left++;
        }
        return Map.of("lines", lines, "left", left);
    }

    private static Iterator<?> many(Object value) {
        if (value instanceof Iterable<?> all && !isRow(value) && !(value instanceof Path)) {
            return all.iterator();
        }
        if (value instanceof BaseStream<?, ?> all) {
            return all.iterator();
        }
        if (value instanceof Iterator<?> all) {
            return all;
        }
        return value == null || !value.getClass().isArray() ? null
                : new Iterator<>() {
                    private int at;

                    @Override
                    public boolean hasNext() {
                        return at < Array.getLength(value);
                    }

                    @Override
                    public Object next() {
                        return Array.get(value, at++);
                    }
                };
    }

    private static boolean isRow(Object value) {
        return value instanceof Map || value instanceof Record;
    }

    private Map<String, Object> rows(Iterator<?> all, Object whole) throws ReflectiveOperationException {
        while (rows.size() < MOST_ROWS && room > 0 && all.hasNext()) {
            row(all.next());
        }
        long left = !all.hasNext() ? 0 : whole instanceof Collection<?> known ? known.size() - rows.size() : -1;
        return Map.of("columns", List.copyOf(columns), "rows", rows, "left", left);
    }

    private void row(Object value) throws ReflectiveOperationException {
        Map<String, Object> row = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> put(row, String.valueOf(name), each));
        } else if (value instanceof Record one) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                put(row, component.getName(), component(one, component));
            }
        } else {
            put(row, "value", value);
        }
        rows.add(row);
    }

    private static Object component(Record one, RecordComponent component) throws ReflectiveOperationException {
        component.getAccessor().trySetAccessible();
        return component.getAccessor().invoke(one);
    }

    private void put(Map<String, Object> row, String name, Object value) {
        String column = cut(name, LONGEST_CELL);
        if (columns.contains(column) || columns.size() < MOST_COLUMNS) {
            Object cell = cell(value);
            columns.add(column);
            row.put(column, cell);
            room -= cell instanceof String text ? text.length() + 1 : 20;
        }
    }

    private static Object cell(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        boolean finite = value instanceof Double number && Double.isFinite(number)
                || value instanceof Float single && Float.isFinite(single);
        return finite ? (Object) Double.valueOf(value.toString()) : cut(String.valueOf(value), LONGEST_CELL);
    }

    private static String cut(String text, int most) {
        return text == null ? "null" : text.length() <= most ? text : text.substring(0, most - 1) + '…';
    }
}
