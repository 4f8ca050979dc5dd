// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values by their names: a JSON object, in the order of the names; empty if the field is absent.
 *
 * @param value the form of the values, any of which may be null
 */
record MapShape(Shape value) implements Shape {

    @Override
    public void write(JsonWriter out, Object map) {
        out.beginObject();
        ((Map<?, ?>) map).forEach((name, each) -> {
            out.name((String) name);
            if (each == null) {
                out.nullValue();
            } else {
                value.write(out, each);
            }
        });
        out.endObject();
    }

    @Override
    public Object read(JsonReader in) {
        if (in.isNullValue()) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNextField()) {
            values.put(in.nextField(), value.read(in));
        }
        in.endObject();
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Object absent() {
        return Map.of();
    }
}
