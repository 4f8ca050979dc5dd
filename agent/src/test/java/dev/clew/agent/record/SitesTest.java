// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Frame;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frame of a stack that its reader is most likely to own. */
class SitesTest {

    private final Sites guessing = new Sites(List.of());

    @Test
    void isTheFirstFrameOfTheApplication() {
        assertThat(site(guessing, "java.util.Timer", "io.netty.util.Timer", "com.example.Shop", "com.example.Main"))
                .isEqualTo("com.example.Shop");
    }

    @Test
    void isOfALibraryIfThereIsNoOther() {
        assertThat(site(guessing, "java.lang.Thread", "io.netty.util.Timer", "org.apache.Tomcat"))
                .isEqualTo("io.netty.util.Timer");
    }

    @Test
    void isUnknownIfAllIsTheJdks() {
        assertThat(site(guessing, "java.lang.Thread", "jdk.internal.Loop", "sun.nio.Poll", "com.sun.Http")).isNull();
        assertThat(site(guessing)).isNull();
    }

    @Test
    void isWhereTheReaderSaysTheApplicationIs() {
        Sites told = new Sites(List.of("org.apache.shop.", "com.acme"));

        assertThat(site(told, "com.example.Shop", "org.apache.shop.Cart")).isEqualTo("org.apache.shop.Cart");
        assertThat(site(told, "com.example.Shop", "org.apache.Other")).isEqualTo("com.example.Shop");
        assertThat(site(told, "java.lang.Thread", "com.acmestore.Main")).isEqualTo("com.acmestore.Main");
    }

    @Test
    void isBeyondTheExecutorsThatTheWorkWasHandedThrough() {
        List<Frame> frames = List.of(frame("java.util.concurrent.ThreadPoolExecutor", "execute"),
                frame("com.example.TracingExecutor", "execute"), frame("com.example.Shop", "order"));

        assertThat(guessing.of(frames).className()).isEqualTo("com.example.Shop");
        assertThat(guessing.of(frames.subList(0, 2)).className()).isEqualTo("com.example.TracingExecutor");
    }

    @ParameterizedTest
    @CsvSource({"java.lang.Thread,true", "javax.swing.Timer,true", "jdk.internal.Loop,true", "com.sun.Http,true",
        "javafx.Stage,false", "com.sunrise.Shop,false", "sunny.Day,false", "Main,false"})
    void knowsTheJdkByItsPackages(String type, boolean ofJdk) {
        assertThat(Sites.ofJdk(type)).isEqualTo(ofJdk);
    }

    private static String site(Sites sites, String... classes) {
        Frame site = sites.of(Arrays.stream(classes).map(type -> frame(type, "run")).toList());
        return site == null ? null : site.className();
    }

    private static Frame frame(String type, String method) {
        return new Frame(type, method, null, -1);
    }
}
