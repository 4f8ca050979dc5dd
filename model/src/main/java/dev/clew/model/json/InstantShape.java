// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A time: ISO-8601 in UTC with six digits of the second, so that texts of times sort as the times do. */
record InstantShape() implements Shape {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void write(JsonWriter out, Object value) {
        out.value(MICROS.format((Instant) value));
    }

    @Override
    public Object read(JsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        try {
            return Instant.parse(in.readString());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
