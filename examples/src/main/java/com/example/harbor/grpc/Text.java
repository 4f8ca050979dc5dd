// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Carries values over gRPC as UTF-8 text. */
record Text<T>(Function<T, String> writer, Function<String, T> reader) implements Marshaller<T> {

    @Override
    public InputStream stream(T value) {
        return new ByteArrayInputStream(writer.apply(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public T parse(InputStream stream) {
        try {
            return reader.apply(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Status.INTERNAL.withDescription("unreadable message").withCause(e).asRuntimeException();
        }
    }
}
