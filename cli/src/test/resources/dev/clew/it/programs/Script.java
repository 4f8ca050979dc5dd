// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Does what standard input says, on the main thread: each line names a static method of the program. */
final class Script {

    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> REACHED = new ConcurrentHashMap<>();

    private Script() {}

    /** Serves until the input ends. */
    static void run(Class<?> program) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println("done " + line + " " + perform(program, words));
        }
    }

    private static Object perform(Class<?> program, String[] words) throws Exception {
        switch (words[0]) {
            case "open":
                gate(words[1]).countDown();
                return "";
            case "collect":
                collect();
                return "";
            default:
                return invoke(program, words);
        }
    }

    private static Object invoke(Class<?> program, String[] words) throws Exception {
        for (Method method : program.getDeclaredMethods()) {
            if (method.getName().equals(words[0]) && method.getParameterCount() == words.length - 1) {
                try {
                    Object result = words.length == 1 ? method.invoke(null) : method.invoke(null, words[1]);
                    return result == null ? "" : result;
                } catch (InvocationTargetException e) {
                    e.getCause().printStackTrace();
                    return "threw " + e.getCause();
                }
            }
        }
        return "unknown";
    }

    /** Has the JVM collect whatever nobody refers to. */
    static void collect() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
    }

    /** Returns the gate of a name, which the command {@code open} opens. */
    static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, absent -> new CountDownLatch(1));
    }

    /** Waits at a gate. */
    static void hold(String name) {
        reached(name);
        try {
            gate(name).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped", e);
        }
    }

    /** Tells that something was reached. */
    static void reached(String name) {
        REACHED.computeIfAbsent(name, absent -> new CountDownLatch(1)).countDown();
    }

    /** Waits until something was reached. */
    static void await(String name) throws InterruptedException {
        REACHED.computeIfAbsent(name, absent -> new CountDownLatch(1)).await();
    }

    /** Work that waits at the gate of its class's name. */
    abstract static class Held implements Runnable {

        @Override
        public void run() {
            hold(getClass().getSimpleName());
        }
    }
}
