// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.json.stream.JsonStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records as JSON and reads them back; every component is written, one that is null as {@code null}. */
public final class Json {

    // Buffers kept for a thread would outlive a detach.
    private static final JsonStream STREAM = JsonStream.builder()
            .serializeNulls(true)
            .serializeEmpty(true)
            .failOnUnknown(false)
            .bufferRecycling(BufferRecycleStrategy.NO_RECYCLING)
            .build();

    private Json() {}

    /** Writes a record as one line of UTF-8, without a line feed, and leaves the stream open. */
    public static void write(Record value, OutputStream out) {
        JsonWriter writer = STREAM.writer(out);
        Shape.of(value.getClass()).write(writer, value);
        writer.flush();
    }

    /** Returns a record as one line of JSON. */
    public static String write(Record value) {
        var bytes = new ByteArrayOutputStream(512);
        write(value, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record; a field that the record does not have is ignored, one that the text does not have is null, zero
     * or empty.
     *
     * @throws MalformedJson if the text is something else
     */
    public static <T extends Record> T read(Class<T> type, byte[] utf8) throws MalformedJson {
        try (JsonReader reader = STREAM.reader(utf8)) {
            T value = type.cast(Shape.of(type).read(reader));
            if (value == null) {
                throw new MalformedJson("null instead of an object", null);
            }
            return value;
        } catch (JsonException | IllegalArgumentException | IllegalStateException | StackOverflowError
                | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedJson("not the JSON of " + Variants.word(type) + ": " + reason(e), e);
        }
    }

    /** Reads a record as {@link #read(Class, byte[])} does. */
    public static <T extends Record> T read(Class<T> type, String text) throws MalformedJson {
        return read(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(Throwable e) {
        return e instanceof StackOverflowError ? "nested too deeply" : String.valueOf(e.getMessage());
    }
}
