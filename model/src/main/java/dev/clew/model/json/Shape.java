// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import dev.clew.model.Word;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The JSON form of one Java type. */
interface Shape {

    /** Writes a value that is not null. */
    void write(JsonWriter out, Object value);

    /** Reads a value; null for {@code null}. */
    Object read(JsonReader in);

    /** Returns what a component of this type holds when its field is absent. */
    default Object absent() {
        return null;
    }

    /** Returns the form of a type. */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListShape(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return new MapShape(of(map.getActualTypeArguments()[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Object.class) {
            return new AnyShape();
        }
        if (plain.isRecord()) {
            return RecordShape.of(plain);
        }
        if (plain.isEnum() && Word.class.isAssignableFrom(plain)) {
            return new WordShape(plain);
        }
        if (plain == Instant.class) {
            return new InstantShape();
        }
        return ScalarShape.of(plain);
    }
}
