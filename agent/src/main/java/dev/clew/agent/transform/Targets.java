// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The hook methods that instrumented code can call, as they are named inside java.base.
 *
 * <p>They are read from the bytes of the hook classes when the first call of one is written: reflection would load every
 * class that a hook's parameters name, and those are what Clew instruments, at the cost of an instrumentation each.
 *
 * <p><b>Threads</b>: any that loads a class; two may read the same hooks at once.
 */
public final class Targets {

    private static final int HEADERS = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    private static final int TARGET = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    /** One hook method: internal name of its class, name and descriptor. */
    record Target(String owner, String name, String descriptor) {}

    private final Map<String, byte[]> hooks;
    private final Map<String, Map<String, Target>> read = new ConcurrentHashMap<>();
    private final String threadRecord;

    /**
     * Prepares to call hooks.
     *
     * @param hooks the classes as they are defined, by the simple names that they have in the sources
     */
    public Targets(Map<String, byte[]> hooks) {
        this.hooks = hooks;
        this.threadRecord = new ClassReader(hooks.get("ThreadRecord")).getClassName();
    }

    Target of(String name) {
        int dot = name.indexOf('.');
        Target target = methods(name.substring(0, dot)).get(name.substring(dot + 1));
        if (target == null) {
            throw new IllegalStateException("no hook " + name);
        }
        return target;
    }

    private Map<String, Target> methods(String hookClass) {
        Map<String, Target> known = read.get(hookClass);
        if (known == null) {
            byte[] bytes = hooks.get(hookClass);
            known = bytes == null ? Map.of() : read(new ClassReader(bytes));
            read.put(hookClass, known);
        }
        return known;
    }

    private static Map<String, Target> read(ClassReader reader) {
        Map<String, Target> methods = new HashMap<>();
        String owner = reader.getClassName();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                if ((access & TARGET) == TARGET) {
                    methods.put(name, new Target(owner, name, descriptor));
                }
                return null;
            }
        }, HEADERS);
        return methods;
    }

    String threadRecord() {
        return threadRecord;
    }
}
