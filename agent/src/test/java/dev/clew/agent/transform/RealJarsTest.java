// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that is changed in libraries which people use passes the verifiers of ASM and of the JVM. */
class RealJarsTest {

    /** What the build or its applications resolve; those that are not on this machine are left out. */
    private static final List<String> ARTIFACTS = List.of(
            "org/assertj/assertj-core", "org/junit/platform/junit-platform-engine",
            "org/junit/jupiter/junit-jupiter-engine", "com/tngtech/archunit/archunit", "io/grpc/grpc-core",
            "io/grpc/grpc-okhttp", "io/grpc/grpc-stub", "io/grpc/grpc-netty-shaded", "io/netty/netty-common",
            "io/netty/netty-transport", "io/netty/netty-handler", "org/eclipse/jetty/jetty-util",
            "org/eclipse/jetty/jetty-io", "org/eclipse/jetty/jetty-server",
            "org/apache/tomcat/embed/tomcat-embed-core", "org/apache/zookeeper/zookeeper", "com/google/guava/guava",
            "com/github/docker-java/docker-java-transport-zerodep", "com/github/docker-java/docker-java-core",
            "org/springframework/spring-core", "org/springframework/spring-context",
            "org/jetbrains/kotlinx/kotlinx-coroutines-core-jvm", "com/squareup/okhttp3/okhttp",
            "org/apache/logging/log4j/log4j-core",
            "org/apache/kafka/kafka-clients", "org/scala-lang/scala-library", "org/jetbrains/kotlin/kotlin-stdlib",
            "io/perfmark/perfmark-api");

    private static final Map<String, byte[]> ORIGINALS = new HashMap<>();

    private final Libraries libraries = Woven.libraries(HookTargets.real());

    static List<Path> jars() {
        return Repository.newest(ARTIFACTS);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyChangedClassVerifies(Path jar) throws IOException {
        Map<String, byte[]> originals = classes(jar);
        ORIGINALS.putAll(originals);
        Woven loader = new Woven();
        originals.forEach((name, bytes) -> loader.with(name.replace('/', '.'), bytes));
        Map<String, byte[]> changed = new TreeMap<>();
        originals.forEach((name, bytes) -> {
            byte[] woven = Woven.weave(libraries, name, bytes);
            if (woven != null) {
                changed.put(name, woven);
                loader.with(name.replace('/', '.'), woven);
            }
        });

        List<String> refused = new ArrayList<>();
        changed.forEach((name, bytes) -> {
            String problem = problem(loader, name, bytes);
            if (problem != null) {
                refused.add(problem);
            }
        });
        assertThat(refused).as("of %d changed classes in %s", changed.size(), jar.getFileName()).isEmpty();
        assertThat(libraries.passedOver()).isZero();
    }

    private static String problem(Woven loader, String name, byte[] bytes) {
        String unsound = Verification.problem(bytes, RealJarsTest::original);
        if (unsound != null) {
            return name + ": " + unsound;
        }
        try {
            loader.loadClass(name.replace('/', '.')).getDeclaredFields(); // links, and so verifies
            return null;
        } catch (NoClassDefFoundError | ClassNotFoundException elsewhere) {
            return null; // in a jar that is not here
        } catch (LinkageError e) {
            return name + ": " + e.getMessage();
        }
    }

    private static byte[] original(String name) {
        byte[] bytes = ORIGINALS.get(name);
        return bytes != null ? bytes : ClassFiles.of(name);
    }

    private static Map<String, byte[]> classes(Path jar) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile()); Stream<JarEntry> entries = file.stream()) {
            entries.filter(entry -> entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")
                    && !entry.getName().endsWith("module-info.class")).forEach(entry -> {
                        try (InputStream in = file.getInputStream(entry)) {
                            classes.put(entry.getName().replace(".class", ""), in.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return classes;
    }

    /** The local repository of the build. */
    private static final class Repository {

        private static final Path ROOT = Path.of(System.getProperty("clew.test.repository",
                System.getProperty("user.home") + "/.m2/repository"));

        private Repository() {}

        static List<Path> newest(List<String> artifacts) {
            List<Path> jars = new ArrayList<>();
            for (String artifact : artifacts) {
                Path home = ROOT.resolve(artifact);
                if (Files.isDirectory(home)) {
                    try (Stream<Path> files = Files.walk(home, 2)) {
                        files.filter(file -> file.toString().endsWith(".jar")
                                && !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                                .max(Comparator.naturalOrder()).ifPresent(jars::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return jars;
        }
    }
}
