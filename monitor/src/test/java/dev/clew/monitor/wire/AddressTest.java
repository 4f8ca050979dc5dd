// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them. */
class AddressTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1:20101, 127.0.0.1, 20101", "db-1.prod:80, db-1.prod, 80", "'[::1]:20101', ::1, 20101",
        ":20101, 127.0.0.1, 20101", "tcp:localhost:9, localhost, 9"})
    void aHostAndAPort(String text, String host, int port) throws Refusal {
        assertThat(Address.parse(text)).isEqualTo(new Address.Remote(host, port));
    }

    @Test
    void aSocket() throws Refusal {
        assertThat(Address.parse("/tmp/x.sock")).isEqualTo(new Address.Local(Path.of("/tmp/x.sock")));
        assertThat(Address.parse("unix:/tmp/x.sock")).isEqualTo(new Address.Local(Path.of("/tmp/x.sock")));
        assertThat(Address.parse("unix:/tmp/a:1")).isEqualTo(new Address.Local(Path.of("/tmp/a:1")));
        assertThat(Address.parse("unix:5")).isEqualTo(new Address.Local(Path.of("5").toAbsolutePath()));
        assertThat(Address.parse("x.sock")).isEqualTo(new Address.Local(Path.of("x.sock").toAbsolutePath()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unix:", "http://localhost:80", "https://db/"})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> Address.parse(text)).hasMessage("\"" + text + "\" is no address");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:7, 127.0.0.1:7, true", "127.0.0.1:7, 127.0.0.1:8, false", "127.0.0.1:7, 127.0.0.2:7, false",
        "127.0.0.1:7, 0.0.0.0:7, true", "127.0.0.1:7, '[0:0:0:0:0:0:0:0]:7', true", "192.0.2.1:7, 0.0.0.0:7, false",
        "'[::1]:7', 127.0.0.1:7, false", "127.0.0.1:7, nonsense, false"})
    void knowsWhereATargetListens(String asked, String listening, boolean there) throws Refusal {
        assertThat(((Address.Remote) Address.parse(asked)).is(listening)).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"20101, 127.0.0.1:20101", "0, 127.0.0.1:0", "0.0.0.0:7, 0.0.0.0:7", "'[::]:7', [::]:7"})
    void aTargetListensOnLoopbackUnlessToldOtherwise(String text, String at) {
        assertThat(Listen.parse(text, null, null)).isEqualTo(new Listen(remote(at), Role.READ, null));
        assertThat(Listen.parse(text, "act", "/t").role()).isEqualTo(Role.ACT);
    }

    private static Address.Remote remote(String text) {
        try {
            return (Address.Remote) Address.parse(text);
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "localhost", "70000", "127.0.0.1:70000", "/tmp/x", "http://x:1", "-1"})
    void refusesToListenAtWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Listen.parse(text, null, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("listen=" + text + " is no address; write listen=127.0.0.1:20101");
    }

    @Test
    void refusesARoleThatIsNone() {
        assertThatThrownBy(() -> Listen.parse("1", "admin", null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("listen-role=admin is no role; write listen-role=read or listen-role=act");
    }
}
