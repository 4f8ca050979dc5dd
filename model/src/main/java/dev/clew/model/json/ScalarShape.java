// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A string, a number or a truth value.
 *
 * @param writer writes one
 * @param reader reads one
 * @param absent what stands for one that is not there
 */
record ScalarShape(BiConsumer<JsonWriter, Object> writer, Function<JsonReader, Object> reader, Object absent)
        implements Shape {

    // A reader takes a string of 32,768 characters at most.
    private static final int LONGEST = 30_000;

    static Shape of(Class<?> type) {
        if (type == String.class) {
            return new ScalarShape((out, value) -> out.value(whole((String) value)), JsonReader::readString, null);
        }
        if (type == long.class || type == Long.class) {
            Object absent = type == long.class ? 0L : null;
            return new ScalarShape((out, value) -> out.value((Long) value), JsonReader::readLong, absent);
        }
        if (type == int.class || type == Integer.class) {
            Object absent = type == int.class ? 0 : null;
            return new ScalarShape((out, value) -> out.value((Integer) value), JsonReader::readInt, absent);
        }
        if (type == boolean.class || type == Boolean.class) {
            Object absent = type == boolean.class ? false : null;
            return new ScalarShape((out, value) -> out.value((Boolean) value), JsonReader::readBoolean, absent);
        }
        throw new IllegalArgumentException("no JSON form for " + type);
    }

    @Override
    public void write(JsonWriter out, Object value) {
        writer.accept(out, value);
    }

    @Override
    public Object read(JsonReader in) {
        return in.isNullValue() ? absent : reader.apply(in);
    }

    /** Returns a string as it can be written: bounded, and without lone surrogates, which have no UTF-8 form. */
    private static String whole(String text) {
        String bounded = text.length() <= LONGEST ? text
                : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters)";
        if (bounded.codePoints().noneMatch(ScalarShape::isLone)) {
            return bounded;
        }
        var whole = new StringBuilder(bounded.length());
        bounded.codePoints().forEach(c -> whole.appendCodePoint(isLone(c) ? 0xFFFD : c));
        return whole.toString();
    }

    private static boolean isLone(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
