// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/** A string, a number or a truth value, whichever it is: in Java a String, a Long, a Double or a Boolean. */
record AnyShape() implements Shape {

    private static final Shape STRING = ScalarShape.of(String.class);

    @Override
    public void write(JsonWriter out, Object value) {
        if (value instanceof Long number) {
            out.value(number);
        } else if (value instanceof Double number) {
            out.value(number);
        } else if (value instanceof Boolean truth) {
            out.value(truth);
        } else {
            STRING.write(out, (String) value);
        }
    }

    @Override
    public Object read(JsonReader in) {
        return switch (in.currentToken()) {
            case NULL -> STRING.read(in);
            case STRING -> in.readString();
            case BOOLEAN -> in.readBoolean();
            case NUMBER -> number(in.readRaw());
            case BEGIN_ARRAY, BEGIN_OBJECT -> throw new IllegalArgumentException("an object or an array stands where a"
                    + " text, a number or a truth value should");
        };
    }

    private static Object number(String raw) {
        String digits = raw.strip();
        if (digits.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }
}
