// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import dev.clew.model.Key;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A record: a JSON object with a field for each component, in their order. */
final class RecordShape implements Shape {

    // A record may hold itself (a failure behind a failure), so its shape is found by its type when it is needed.
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Constructor<?> constructor;
    private final Field[] fields;
    private final Map<String, Integer> positions = new HashMap<>();

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        fields = Arrays.stream(components).map(Field::of).toArray(Field[]::new);
        for (int i = 0; i < fields.length; i++) {
            positions.put(fields[i].name(), i);
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(type + " has no canonical constructor", e);
        }
    }

    static Shape of(Class<?> type) {
        return new Shape() {
            @Override
            public void write(JsonWriter out, Object value) {
                SHAPES.get(type).write(out, value);
            }

            @Override
            public Object read(JsonReader in) {
                return SHAPES.get(type).read(in);
            }
        };
    }

    @Override
    public void write(JsonWriter out, Object value) {
        out.beginObject();
        for (Field field : fields) {
            out.name(field.name());
            Object component = field.get(value);
            if (component == null) {
                out.nullValue();
            } else {
                field.shape().write(out, component);
            }
        }
        out.endObject();
    }

    @Override
    public Object read(JsonReader in) {
        if (in.isNullValue()) {
            return null;
        }
        Object[] values = Arrays.stream(fields).map(field -> field.shape().absent()).toArray();
        in.beginObject();
        while (in.hasNextField()) {
            Integer position = positions.get(in.nextField());
            if (position == null) {
                in.skipValue();
            } else {
                values[position] = fields[position].shape().read(in);
            }
        }
        in.endObject();
        return create(values);
    }

    private Object create(Object[] values) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].shape() instanceof VariantShape variant) {
                values[i] = variant.resolve((String) values[i], (String) values[positions.get(variant.sibling())]);
            }
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
            throw new IllegalArgumentException("not a " + constructor.getDeclaringClass().getSimpleName() + ": "
                    + cause.getMessage(), e);
        }
    }

    private record Field(String name, RecordComponent component, Shape shape) {

        static Field of(RecordComponent component) {
            Key key = component.getAnnotation(Key.class);
            Variant variant = component.getAnnotation(Variant.class);
            component.getAccessor().setAccessible(true);
            return new Field(key == null ? component.getName() : key.value(), component,
                    variant == null ? Shape.of(component.getGenericType())
                            : new VariantShape(component.getType(), variant.value()));
        }

        Object get(Object owner) {
            try {
                return component.getAccessor().invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("can't read " + component, e);
            }
        }
    }
}
