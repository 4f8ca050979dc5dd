// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The executors and timer tasks of libraries and applications: where work is handed over, and where a
 * {@code Runnable} that may have been handed over is run.
 *
 * <p>Classes are instrumented as they are loaded. After an attachment to a running JVM, loaded executors with their
 * nested classes and loaded timer tasks are retransformed too; other loaded classes are left alone.
 *
 * <p><b>Threads</b>: whichever thread loads a class. <b>Cost</b>: a scan of each class's constants; a look-up in a weak
 * table for each instrumented call of {@code run}.
 */
public final class Libraries implements ClassFileTransformer {

    private static final int OLDEST_WITH_FRAMES = Opcodes.V1_6;

    private final Instrumentation instrumentation;
    private final ClassLoader own;
    private final Targets targets;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicLong instrumented = new AtomicLong();
    private final AtomicLong passedOver = new AtomicLong();

    private Libraries(Instrumentation instrumentation, ClassLoader own, Targets targets) {
        this.instrumentation = instrumentation;
        this.own = own;
        this.targets = targets;
    }

    /** Instruments classes from now on, and those that are loaded already unless the JVM is just starting. */
    public static Libraries into(Instrumentation instrumentation, ClassLoader own, Targets targets,
            boolean atStart) {
        Libraries libraries = new Libraries(instrumentation, own, targets);
        instrumentation.addTransformer(libraries, true);
        if (!atStart) {
            libraries.retransformLoaded();
        }
        return libraries;
    }

    /** Takes the hooks out of every class again. */
    public void remove() {
        instrumentation.removeTransformer(this);
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (ofApplication(type) && changed.contains(type.getName().replace('.', '/'))) {
                types.add(type);
            }
        }
        retransform(types);
    }

    /** Returns how many classes call a hook. */
    public long instrumented() {
        return instrumented.get();
    }

    /** Returns how many classes should call one and can't, because they are too old or malformed. */
    public long passedOver() {
        return passedOver.get();
    }

    private void retransformLoaded() {
        Class<?>[] loaded = instrumentation.getAllLoadedClasses();
        Set<String> executors = new HashSet<>();
        for (Class<?> type : loaded) {
            if (ofApplication(type) && Executor.class.isAssignableFrom(type)) {
                executors.add(outermost(type.getName()));
            }
        }
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type : loaded) {
            if (ofApplication(type) && (executors.contains(outermost(type.getName()))
                    || TimerTask.class.isAssignableFrom(type))) {
                types.add(type);
            }
        }
        retransform(types);
    }

    private boolean ofApplication(Class<?> type) {
        return type.getClassLoader() != null && type.getClassLoader() != own && !type.isInterface()
                && instrumentation.isModifiableClass(type);
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private void retransform(List<Class<?>> types) {
        for (Class<?> type : types) {
            try {
                instrumentation.retransformClasses(type);
            } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                passedOver.incrementAndGet();
            }
        }
    }

    @Override
    public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined,
            ProtectionDomain domain, byte[] bytes) {
        if (loader == null || loader == own || name == null) {
            return null;
        }
        try {
            return withHooks(name, bytes);
        } catch (RuntimeException | LinkageError e) {
            passedOver.incrementAndGet();
            return null;
        }
    }

    private byte[] withHooks(String name, byte[] bytes) {
        if (!Constants.mention(bytes, "java/lang/Runnable", "java/util/TimerTask")) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        LibraryClass.Finding finding = LibraryClass.look(reader);
        if (!finding.worthwhile()) {
            return null;
        }
        if ((reader.readUnsignedShort(6) & 0xffff) < OLDEST_WITH_FRAMES) {
            passedOver.incrementAndGet();
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new LibraryClass(writer, targets, finding), ClassReader.EXPAND_FRAMES);
        byte[] withHooks = writer.toByteArray();
        instrumented.incrementAndGet();
        changed.add(name);
        return withHooks;
    }
}
