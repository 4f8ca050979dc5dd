// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A second agent, loaded anew for each look: tells what the JVM runs for the classes that Clew hooks. */
public final class Probe {

    private static final Class<?>[] HOOKED = {
        Thread.class, java.util.concurrent.FutureTask.class, java.util.concurrent.ThreadPoolExecutor.class,
        java.util.concurrent.CompletableFuture.class, java.util.concurrent.ForkJoinTask.class,
        java.util.concurrent.ForkJoinPool.class, java.util.Timer.class, java.util.TimerTask.class,
        InterruptedException.class
    };

    private Probe() {}

    /** Writes the bytes of classes that Clew hooks, as the transformers of all earlier agents leave them. */
    public static void agentmain(String directory, Instrumentation instrumentation) throws Exception {
        Map<String, byte[]> dump = new TreeMap<>();
        var capture = new ClassFileTransformer() {
            @Override
            public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined,
                    ProtectionDomain domain, byte[] bytes) {
                if (Arrays.asList(HOOKED).contains(redefined)) {
                    dump.put(redefined.getSimpleName(), bytes.clone());
                }
                return null;
            }
        };
        instrumentation.addTransformer(capture, true);
        try {
            instrumentation.retransformClasses(HOOKED);
        } finally {
            instrumentation.removeTransformer(capture);
        }
        for (var one : dump.entrySet()) {
            Files.write(Path.of(directory, one.getKey() + ".class"), one.getValue());
        }
    }
}
