// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A list: a JSON array, empty if the field is absent.
 *
 * @param element the form of its elements
 */
record ListShape(Shape element) implements Shape {

    @Override
    public void write(JsonWriter out, Object value) {
        out.beginArray();
        for (Object each : (List<?>) value) {
            element.write(out, each);
        }
        out.endArray();
    }

    @Override
    public Object read(JsonReader in) {
        if (in.isNullValue()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        in.beginArray();
        while (in.hasNextElement()) {
            Object value = element.read(in);
            if (value == null) {
                throw new IllegalArgumentException("a list holds null or a word that is not known");
            }
            values.add(value);
        }
        in.endArray();
        return List.copyOf(values);
    }

    @Override
    public Object absent() {
        return List.of();
    }
}
