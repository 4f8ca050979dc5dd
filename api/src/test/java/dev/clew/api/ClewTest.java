// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the agent, which is not here, nothing happens. */
class ClewTest {

    private static final Object HOSTILE = new Object() {
        @Override
        public String toString() {
            throw new IllegalStateException("nobody needs this text");
        }
    };

    @Test
    void doesNothingWithoutTheAgent() {
        assertThat(Clew.isWatching()).isFalse();
        assertThat(Clew.label("order", 17)).isSameAs(Label.NONE);
        assertThat(Clew.name("billing")).isSameAs(Label.NONE);
        assertThatCode(() -> {
            Clew.label("order", HOSTILE).close();
            Clew.label(null, null).close();
            Clew.label("a=b", 1).close();
            Clew.name(null).close();
            Door.look();
        }).doesNotThrowAnyException();
        assertThat(Door.say("label", "order", "17")).isNull();
    }

    @Test
    void saysOnceThatTheAgentCantCome(@TempDir Path directory) throws Exception {
        Path wrong = Files.writeString(directory.resolve("clew.jar"), "no jar");

        List<String> logged = logged(() -> {
            Monitor monitor = Clew.start("name=orders,agent=" + wrong);
            assertThat(monitor.isWatching()).isFalse();
            assertThat(monitor.problem()).contains(wrong + " is not the jar of Clew's agent");
            monitor.close();
            monitor.close();
        });

        assertThat(logged).containsExactly(
                "Clew does not watch this process: " + wrong + " is not the jar of Clew's agent");
        assertThat(logged(() -> Clew.start("name").close())).containsExactly(
                "Clew does not watch this process: \"name\" is no option; write key=value");
        assertThat(logged(() -> Clew.start("name=%").close())).hasSize(1);
        assertThat(logged(() -> Clew.start().close())).singleElement().asString().contains("there is no clew.jar: put it");
    }

    private static List<String> logged(Runnable work) {
        List<String> lines = new ArrayList<>();
        Logger logger = Logger.getLogger("dev.clew");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return lines;
    }

    @Test
    void readsOptionsAsTheAgentDoes() {
        Settings settings = Settings.parse("name=my%20orders, listen=127.0.0.1:20101,agent=/x/y+z.jar,,preserve=a;b");

        assertThat(settings.agent()).isEqualTo("/x/y+z.jar");
        assertThat(settings.options()).isEqualTo(
                Map.of("name", "my orders", "listen", "127.0.0.1:20101", "preserve", "a;b"));
        assertThat(settings.line(Path.of("/a b,c.jar"))).isEqualTo(
                "name=my%20orders,listen=127.0.0.1:20101,preserve=a;b,jar=/a%20b%2Cc.jar");
        assertThat(Settings.parse(null).options()).isEmpty();
        assertThatThrownBy(() -> Settings.parse("name=orders,=x")).hasMessage("\"=x\" is no option; write key=value");
    }
}
