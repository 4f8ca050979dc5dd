// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import dev.clew.model.Word;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/**
 * A constant by its word; a word that is not known reads as null, because a newer Clew may know more of them.
 *
 * @param type the enum
 */
record WordShape(Class<?> type) implements Shape {

    @Override
    public void write(JsonWriter out, Object value) {
        out.value(((Word) value).word());
    }

    @Override
    public Object read(JsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        String word = in.readString();
        for (Object constant : type.getEnumConstants()) {
            if (((Word) constant).word().equals(word)) {
                return constant;
            }
        }
        return null;
    }
}
