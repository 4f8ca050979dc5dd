// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.api.Clew;
import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.answer.ConsoleResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A console sees classes wherever the application has them from. */
class PlacesIT {

    private static final Sources NONE = Sources.of();

    private static Program start(Setting setting, String... options) {
        return Launch.of(setting, NONE, "Script").option("console=on").jvmAfter(options).start();
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void inModulesThatKeepThemToThemselves(Setting setting) {
        Path module = Applications.module(setting.jdk());
        try (Program program = start(setting, "-p", module.toString(), "-m",
                        "com.example.harbor/com.example.harbor.Main");
                Talk talk = Talk.with(program)) {
            assertThat(talk.value("com.example.harbor.inner.Berths.count()")).isEqualTo("7");
            assertThat(talk.choices("com.example.harbor.inner.Be").choices()).containsExactly("Berths");
            ConsoleResult closed = talk.run("com.example.harbor.inner.Berths.class.getDeclaredField(\"free\")"
                    + ".setAccessible(true)");
            assertThat(closed.error().className()).isEqualTo("java.lang.reflect.InaccessibleObjectException");
            assertThat(talk.value("clew.list().size() > 0")).isEqualTo("true");
            // The JVM itself complains of java.instrument, which it loads late.
            assertThat(program.complaints()).noneMatch(line -> line.contains("lew"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void inJarsInsideAJar(Setting setting) {
        boot(setting, "spring-boot-loader", "org.springframework.boot.loader.launch.JarLauncher");
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void inJarsInsideAJarOfOlderSpringBoot(Setting setting) {
        boot(setting, "spring-boot-loader-2", "org.springframework.boot.loader.JarLauncher");
    }

    private static void boot(Setting setting, String loader, String launcher) {
        Path jar = Applications.nestedJar(setting.jdk(), loader, launcher);
        try (Program program = start(setting, "-jar", jar.toString()); Talk talk = Talk.with(program)) {
            assertThat(talk.value("com.example.boot.App.LEVELS")).isEqualTo("[42]");
            assertThat(talk.value("com.example.stock.Stock.level()")).isEqualTo("42");
            assertThat(talk.value("com.example.boot.App.class.getClassLoader()"
                    + " == Thread.currentThread().getContextClassLoader()")).isEqualTo("true");
            assertThat(talk.choices("com.example.st").choices()).containsExactly("stock.");
            assertThat(talk.loaders().get(0).type()).startsWith("org.springframework.boot.loader.");
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#atStart")
    void inALoaderThatIsChosenAndInClassesMadeAtRunTime(Setting setting) {
        Path plugin = Applications.jar(Applications.classes(setting.jdk(), Map.of("Sail.java",
                "package com.example.plugin; public class Sail { public static String colour = \"red\"; }")));
        try (Program program = Launch.of(setting, Sources.of("Plugins.java"), "com.example.host.Plugins")
                .option("console=on").jvm("-Dplugin=" + plugin).start();
                Talk usual = Talk.with(program); Talk talk = Talk.with(program, "com.example.plugin.Sail")) {
            assertThat(usual.run("com.example.plugin.Sail.colour").outcome()).isEqualTo("rejected");
            assertThat(talk.value("com.example.plugin.Sail.colour")).isEqualTo("\"red\"");
            assertThat(talk.value("com.example.host.Plugins.NAME")).isEqualTo("\"host\"");
            try (Talk bare = Talk.with(program, "com.example.host.Made")) {
                assertThat(bare.value("com.example.host.Made.NUMBER")).isEqualTo("11");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void inWhatTheApplicationShows(Setting setting) throws Exception {
        Path api = Path.of(Clew.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Sources sources = Sources.of("Shown.java").using(List.of(api));
        try (Program program = Launch.of(setting, sources, "com.example.shown.Shown").option("console=on").start(); Talk talk = Talk.with(program)) {
            assertThat(talk.value("orders.size()")).isEqualTo("2");
            assertThat(talk.value("secret.length()")).isEqualTo("5");
            assertThat(talk.value("clew.get(\"orders\") == orders")).isEqualTo("true");
            assertThat(talk.value("clew.names()")).isEqualTo("[\"orders\", \"secret\"]");
            assertThat(talk.run("int later = 1;").fine()).isTrue();
            program.tell("change");
            assertThat(talk.value("orders.size()")).isEqualTo("1");
            assertThat(talk.value("later")).isEqualTo("1");
            assertThat(talk.run("secret").outcome()).isEqualTo("rejected");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aRuntimeWithoutTheShellSaysSo(Jdk jdk) {
        Path image = Scratch.directory("bare").resolve("runtime");
        Finished.of(new ProcessBuilder(jdk.program("jlink"), "--add-modules", "java.base,java.instrument,java.logging",
                "--output", image.toString()));
        Path java = image.resolve("bin/java");
        assumeTrue(Files.exists(java), "this JDK can't link a runtime");
        try (Program program = Launch.of(jdk, Sources.of("Shop.java"), "com.example.shop.Shop").agent(Arrival.AT_START)
                .option("console=on").java(java).start()) {
            program.clew().ask(program.pid(), "console", "1").refused(1, "has no module jdk.jshell", "whole JDK");
        }
    }
}
