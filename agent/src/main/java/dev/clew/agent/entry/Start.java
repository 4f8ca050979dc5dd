// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the JVM enters with the agent, and the shell with the command line.
 *
 * <p><b>Threads</b>: {@code main} at start, the attach listener later. <b>Cost</b>: one class loader. Nothing that
 * goes wrong in here reaches the application.
 */
public final class Start {

    /** The system property by which a target tells what came of an attachment. */
    public static final String STATE = "dev.clew.state";

    private static final String FAILED = "failed ";

    /** Every attachment uses the first one's instrumentation: a JVM never lets go of one. */
    private static Instrumentation first;

    private Start() {}

    /** Enters from the shell. */
    public static void main(String[] arguments) throws Throwable {
        File jar = ownJar();
        System.setProperty("clew.jar", jar.getPath());
        try {
            InsideLoader inside = new InsideLoader(jar, ClassLoader.getSystemClassLoader(), true);
            Thread.currentThread().setContextClassLoader(inside);
            inside.loadClass("dev.clew.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Enters at the start of a JVM. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        if (!enter(arguments, instrumentation, true)) {
            System.err.println("clew: not watching: " + System.getProperty(STATE).substring(FAILED.length())
                    + "; the application is not affected");
        }
    }

    /** Enters a running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        enter(arguments, instrumentation, false);
    }

    private static synchronized boolean enter(String arguments, Instrumentation instrumentation, boolean atStart) {
        if (System.getProperty(STATE, "").startsWith("on ")) {
            return true;
        }
        if (first == null) {
            first = instrumentation;
        }
        try {
            File jar = jarIn(arguments);
            InsideLoader inside = new InsideLoader(jar, ClassLoader.getPlatformClassLoader());
            ((Inside) inside.loadClass("dev.clew.agent.Entrance").getConstructor().newInstance())
                    .enter(arguments, first, atStart);
            return true;
        } catch (Throwable t) {
            Throwable why = t instanceof InvocationTargetException && t.getCause() != null ? t.getCause() : t;
            System.setProperty(STATE, FAILED + words(why));
            return false;
        }
    }

    /** Returns what to say of a failure: a refusal of Clew's own explains itself. */
    private static String words(Throwable why) {
        return why instanceof IllegalStateException && why.getMessage() != null ? why.getMessage() : why.toString();
    }

    private static File jarIn(String arguments) throws Exception {
        for (String option : arguments == null ? new String[0] : arguments.split(",")) {
            if (option.startsWith("jar=")) {
                return new File(URLDecoder.decode(option.substring(4).replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return ownJar();
    }

    private static File ownJar() throws Exception {
        URI place = Start.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return new File(place);
    }
}
