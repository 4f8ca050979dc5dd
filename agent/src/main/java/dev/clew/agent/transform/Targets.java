// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** The hook methods that instrumented code can call, as they are named inside java.base. */
public final class Targets {

    /** One hook method: internal name of its class, name and descriptor. */
    record Target(String owner, String name, String descriptor) {}

    private final Map<String, Target> byName = new HashMap<>();
    private final String threadRecord;

    /**
     * Collects the public static methods of the defined hook classes.
     *
     * @param hooks the classes by the simple names that they have in the sources
     */
    public Targets(Map<String, Class<?>> hooks) {
        hooks.forEach((simple, type) -> {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
                    byName.put(simple + '.' + method.getName(), new Target(Type.getInternalName(type),
                            method.getName(), Type.getMethodDescriptor(method)));
                }
            }
        });
        this.threadRecord = Type.getInternalName(hooks.get("ThreadRecord"));
    }

    Target of(String name) {
        Target target = byName.get(name);
        if (target == null) {
            throw new IllegalStateException("no hook " + name);
        }
        return target;
    }

    String threadRecord() {
        return threadRecord;
    }
}
