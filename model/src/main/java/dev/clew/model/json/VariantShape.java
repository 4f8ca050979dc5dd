// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/**
 * One of the records of a sealed interface; which one, a sibling says.
 *
 * @param type the sealed interface
 * @param sibling the name of the sibling
 */
record VariantShape(Class<?> type, String sibling) implements Shape {

    @Override
    public void write(JsonWriter out, Object value) {
        Shape.of(value.getClass()).write(out, value);
    }

    /** Reads the text alone: the sibling may come later. */
    @Override
    public Object read(JsonReader in) {
        return in.isNullValue() ? null : in.readRaw();
    }

    /** Returns the record of a text; with a word and no text, the record without any field. */
    Object resolve(String raw, String word) {
        if (raw == null && word == null) {
            return null;
        }
        Class<?> variant = word == null ? null : Variants.of(type).type(word);
        if (variant == null) {
            throw new IllegalArgumentException("no " + Variants.word(type) + " is called " + word);
        }
        try {
            return Json.read(variant.asSubclass(Record.class), raw == null ? "{}" : raw);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
