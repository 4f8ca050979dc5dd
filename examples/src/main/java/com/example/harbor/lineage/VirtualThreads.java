// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.lineage;

import com.example.harbor.Crew;
import java.util.concurrent.ThreadFactory;

/** Reaches the virtual threads of a JDK that has them, from code compiled for one that may not. */
final class VirtualThreads {

    private VirtualThreads() {
    }

    /** A factory of virtual threads with the given name, or of daemon platform threads before JDK 21. */
    static ThreadFactory named(String name) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(virtual, name);
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException e) {
            return new Crew(name);
        }
    }
}
