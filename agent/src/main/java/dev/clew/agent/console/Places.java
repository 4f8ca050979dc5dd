// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the places of a class loader: directories, jars, and jars in jars as the loader's own URLs open them. */
final class Places {

    private static final int DEEPEST = 64;

    private Places() {}

    static List<Place> of(ClassLoader loader) {
        Set<String> known = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        if (loader == ClassLoader.getSystemClassLoader()) {
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
                add(Path.of(entry), known, places);
            }
        } else if (loader instanceof URLClassLoader urls) {
            for (URL url : urls.getURLs()) {
                add(url, known, places);
            }
        }
        return places;
    }

    private static void add(URL url, Set<String> known, List<Place> places) {
        try {
            if (url.getProtocol().equals("file")) {
                add(Path.of(url.toURI()), known, places);
                return;
            }
        } catch (URISyntaxException | RuntimeException e) {
            // No path of this file system; the URL may open all the same.
        }
        if (known.add(url.toString())) {
            places.add(new Nested(url));
        }
    }

    private static void add(Path path, Set<String> known, List<Place> places) {
        if (path.toString().isEmpty() || !known.add(path.toAbsolutePath().normalize().toString())) {
            return;
        }
        if (Files.isDirectory(path)) {
            places.add(new Directory(path));
        } else if (Files.isRegularFile(path)) {
            places.add(new Jar(path));
            classPath(path).forEach(more -> add(more, known, places));
        }
    }

    /** Returns what a jar's manifest adds to the class path. */
    private static List<Path> classPath(Path jar) {
        List<Path> more = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            String value = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String entry : value == null ? new String[0] : value.strip().split("\\s+")) {
                URL url = new URL(jar.toUri().toURL(), entry);
                if (url.getProtocol().equals("file")) {
                    more.add(Path.of(url.toURI()));
                }
            }
        } catch (MalformedURLException | URISyntaxException | IllegalArgumentException e) {
            return more; // what the JVM does not understand either
        } catch (IOException e) {
            return more; // the jar itself is read later, and then told of
        }
        return more;
    }

    private record Directory(Path path) implements Place {
        @Override
        public void classFiles(Consumer<String> visitor) throws IOException {
            try (Stream<Path> files = Files.walk(path, DEEPEST)) {
                files.map(file -> Place.className(path.relativize(file).toString().replace(File.separatorChar, '/')))
                        .filter(Objects::nonNull).forEach(visitor);
            }
        }
    }

    private record Jar(Path path) implements Place {
        @Override
        public void classFiles(Consumer<String> visitor) throws IOException {
            try (JarFile file = new JarFile(path.toFile(), false)) {
                names(file, "", visitor);
            }
        }
    }

    /** A jar that only its own URL can open, for example one inside another jar. */
    private record Nested(URL url) implements Place {
        @Override
        public void classFiles(Consumer<String> visitor) throws IOException {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                // The loader's own file may be shared: it stays open.
                String entry = jar.getEntryName();
                names(jar.getJarFile(), entry == null ? "" : entry, visitor);
            }
        }
    }

    private static void names(JarFile file, String prefix, Consumer<String> visitor) {
        file.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(prefix))
                .map(name -> Place.className(name.substring(prefix.length()))).filter(Objects::nonNull)
                .forEach(visitor);
    }
}
