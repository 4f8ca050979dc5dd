// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Loads the agent into this process: by itself where the JVM allows that, else by a process that attaches from outside
 * and ends at once.
 *
 * <p><b>Threads</b>: the caller's waits; what could hang runs apart. <b>Cost</b>: about a second of another process.
 *
 * @param jar the agent's jar
 * @param settings what it is told
 */
record Arrival(Path jar, Settings settings) {

    private static final long PATIENCE_SECONDS = 15;
    private static final String ALLOWED = "jdk.attach.allowAttachSelf";

    /**
     * Loads the agent.
     *
     * @throws IllegalStateException if it can't come, with the reason
     */
    void come() {
        String allowed = System.getProperty(ALLOWED);
        FutureTask<String> coming = new FutureTask<>(() -> allowed != null && !allowed.equals("false")
                ? byItself() : byAnother());
        Thread thread = new Thread(coming, "clew-start");
        thread.setDaemon(true);
        thread.start();
        try {
            String problem = coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (problem != null) {
                throw new IllegalStateException(problem);
            }
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IllegalStateException("it did not come within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()));
        }
    }

    /** Attaches to this very process; returns why that failed, or null. */
    private String byItself() throws ReflectiveOperationException {
        Class<?> machines = Class.forName("com.sun.tools.attach.VirtualMachine", true, ClassLoader.getSystemClassLoader());
        try {
            Object machine = machines.getMethod("attach", String.class).invoke(null, pid());
            try {
                machines.getMethod("loadAgent", String.class, String.class)
                        .invoke(machine, jar.toString(), settings.line(jar));
            } finally {
                machines.getMethod("detach").invoke(machine);
            }
            return null;
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        }
    }

    /** Has another process attach to this one; returns why that failed, or null. */
    private String byAnother() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-jar", jar.toString(), "attach",
                pid()));
        settings.options().forEach((key, value) -> command.addAll(List.of("--option", key + "=" + value)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What is meant for the application's JVM would load its agents into this one too, and write to its output.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            int status = process.waitFor(); // before the reading, which would not heed an interrupt
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return status == 0 ? null : said.replaceFirst("(?s)^.*clew: ", "").replace('\n', ' ');
        } finally {
            process.destroy();
        }
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
