// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Role;
import dev.clew.monitor.wire.Listen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent is told on the command line of a JVM. */
class OptionsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ",", " ,,"})
    void nothingMeansTheUsual(String arguments) {
        Options options = Options.parse(arguments);

        assertThat(options.directory()).isNull();
        assertThat(options.name()).isNull();
        assertThat(options.memory()).isEqualTo(64L << 20);
        assertThat(options.settle()).isEqualTo(32);
        assertThat(options.stacks()).isEqualTo(40_000);
        assertThat(options.preserve()).isEmpty();
        assertThat(options.application()).isEmpty();
        assertThat(options.unknown()).isEmpty();
    }

    @Test
    void everyKeyHasItsPlace() {
        Options options = Options.parse("dir=/run/clew,name=shop,memory=8m,preserve=nightly-*; order ;,"
                + "app=com.acme.;org.shop.,jar=/opt/clew.jar,colour=blue,loud");

        assertThat(options.directory()).isEqualTo("/run/clew");
        assertThat(options.name()).isEqualTo("shop");
        assertThat(options.memory()).isEqualTo(8L << 20);
        assertThat(options.preserve()).containsExactly("nightly-*", "order");
        assertThat(options.application()).containsExactly("com.acme.", "org.shop.");
        assertThat(options.unknown()).containsExactly("colour", "loud");
    }

    @Test
    void listensOnlyIfToldToAndToBeReadUnlessToldOtherwise() {
        assertThat(Options.parse("name=shop").listen()).isNull();
        assertThat(Options.parse("listen=20101").listen()).isEqualTo(Listen.parse("127.0.0.1:20101", "read", null));
        assertThat(Options.parse("listen=0.0.0.0:7,listen-role=act,token-file=/run/token").listen())
                .isEqualTo(Listen.parse("0.0.0.0:7", "act", "/run/token"));
        assertThat(Options.parse("listen=7,listen-role=act,token-file=/t").unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'listen=here', 'listen=here is no address; write listen=127.0.0.1:20101'",
        "'listen=7,listen-role=root', 'listen-role=root is no role; write listen-role=read or listen-role=act'",
        "'listen=7,listen-role=eval', 'listen-role=eval needs console=on; write listen-role=act without it'",
        "'listen-role=act', 'listen-role needs listen; write listen=127.0.0.1:20101'",
        "'token-file=/t', 'token-file needs listen; write listen=127.0.0.1:20101'"})
    void whatIsNoWayToListenIsRefusedInWords(String arguments, String words) {
        assertThatThrownBy(() -> Options.parse(arguments)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @Test
    void codeIsRunByTcpOnlyIfTheConsoleIsOn() {
        assertThat(Options.parse("listen=7,listen-role=eval,console=on").listen().role()).isEqualTo(Role.EVAL);
    }

    @ParameterizedTest
    @CsvSource({"2097152, 2097152", "2048k, 2097152", "3M, 3145728", "' 3m ', 3145728", "2g, 2147483648",
        "1, 1048576", "'', 67108864"})
    void memoryHasAUnit(String size, long bytes) {
        assertThat(Options.parse("memory=" + size).memory()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "m", "64mb", "1.5g", "12 34", "0x10", "-5m", "99999999999999g",
        "9223372036854775807k"})
    void memoryThatIsNoSizeIsRefusedInWords(String size) {
        assertThatThrownBy(() -> Options.parse("memory=" + size)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory=" + size + " is not a size; write memory=64m");
    }

    @ParameterizedTest
    @CsvSource({"a%2Cb, 'a,b'", "a%3Db, a=b", "a=b, a=b", "a%20b, a b", "a+b, a+b", "caf%C3%A9, café", "100%25, 100%"})
    void valuesAreDecodedWhereTheyNeedIt(String written, String meant) {
        assertThat(Options.parse("name=" + written).name()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%zz", "a%2"})
    void aBrokenEncodingIsRefusedInWords(String written) {
        assertThatThrownBy(() -> Options.parse("name=" + written)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name=" + written + " is not percent-encoded; write %25 for a percent sign");
    }

    @Test
    void theConsoleIsOffUnlessToldOtherwise() {
        assertThat(Options.parse("name=shop").console()).isFalse();
        assertThat(Options.parse("console=off").console()).isFalse();
        assertThat(Options.parse("console=on").console()).isTrue();
        assertThat(Options.parse("console=on").unknown()).isEmpty();
        assertThatThrownBy(() -> Options.parse("console=yes")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("console=yes is neither on nor off");
    }

    @Test
    void captureIsExactIfToldSo() {
        Options exact = Options.parse("capture=exact,stacks=5");
        assertThat(exact.settle()).isZero();
        assertThat(exact.stacks()).isEqualTo(Integer.MAX_VALUE);
        assertThat(Options.parse("capture=sampled,stacks=5,settle=2").stacks()).isEqualTo(5);
        assertThat(Options.parse("settle=2").settle()).isEqualTo(2);
        assertThatThrownBy(() -> Options.parse("capture=some")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capture=some is neither exact nor sampled");
        assertThatThrownBy(() -> Options.parse("stacks=many")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stacks=many is not a number; write stacks=40000");
    }
}
