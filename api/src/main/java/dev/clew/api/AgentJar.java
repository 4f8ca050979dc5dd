// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the agent's jar, which this library does not contain. */
final class AgentJar {

    static final String PROPERTY = "clew.agent";
    static final String VARIABLE = "CLEW_JAR";
    private static final String ENTRY = "dev.clew.agent.entry.Start";

    private AgentJar() {}

    /**
     * Returns the jar: the one that is named, by an option, a system property or a variable of the environment; else
     * the one on the class path, or beside the jar of this library.
     *
     * @throws IllegalStateException if there is none, with what to do
     */
    static Path find(String option) {
        String[] named = {option, System.getProperty(PROPERTY), System.getenv(VARIABLE)};
        for (String each : named) {
            if (each != null && !each.isBlank()) {
                Path jar = Path.of(each).toAbsolutePath();
                if (!isAgent(jar)) {
                    throw new IllegalStateException(jar + " is not the jar of Clew's agent");
                }
                return jar;
            }
        }
        Path found = onClassPath();
        Path beside = beside(place(AgentJar.class));
        if (found == null && beside == null) {
            throw new IllegalStateException("there is no clew.jar: put it on the class path or beside the jar of the"
                    + " api, or name it by the option agent=PATH, the system property " + PROPERTY
                    + " or the environment variable " + VARIABLE);
        }
        return found != null ? found : beside;
    }

    private static Path onClassPath() {
        try {
            Path jar = place(Class.forName(ENTRY, false, ClassLoader.getSystemClassLoader()));
            return jar != null && isAgent(jar) ? jar : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // the usual case: it is somewhere else
        }
    }

    private static Path beside(Path library) {
        Path jar = library == null || library.getParent() == null ? null : library.resolveSibling("clew.jar");
        return jar != null && isAgent(jar) ? jar : null;
    }

    /** Returns the file that a class was loaded from; null if it is none. */
    private static Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            URI place = source == null || source.getLocation() == null ? null : source.getLocation().toURI();
            return place == null || !"file".equals(place.getScheme()) ? null : Path.of(place);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isAgent(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null && ENTRY.equals(manifest.getMainAttributes().getValue("Agent-Class"));
        } catch (IOException e) {
            return false;
        }
    }
}
