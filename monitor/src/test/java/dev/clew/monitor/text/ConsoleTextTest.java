// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleNames.Name;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.ConsoleResult.Problem;
import dev.clew.model.answer.LoaderList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {

    private static ConsoleResult result(String outcome, String name, String text, String note) {
        return new ConsoleResult(outcome, name, "T", text, null, List.of(), note);
    }

    @Test
    void showsWhatStatementsComeTo() {
        assertThat(ConsoleText.result(result("value", "$1", "42", null))).isEqualTo("$1 ==> 42\n");
        assertThat(ConsoleText.result(result("variable", "x", "a\nb", null))).isEqualTo("x ==> \na\nb\n");
        assertThat(ConsoleText.result(result("declared", "f(int)", null, "it can't be used until y is declared")))
                .isEqualTo("declared f(int)\nit can't be used until y is declared\n");
        assertThat(ConsoleText.result(result("done", null, null, null))).isEmpty();
        assertThat(ConsoleText.result(result("stopped", null, null, null))).isEqualTo("stopped\n");
        assertThat(ConsoleText.result(result("abandoned", null, null, "it goes on")))
                .isEqualTo("abandoned: it goes on\n");
    }

    @Test
    void pointsAtWhatTheCompilerObjectsTo() {
        var rejected = new ConsoleResult("rejected", null, null, null, null,
                List.of(new Problem("cannot find symbol\n  symbol: variable Shop", "1 + Shop.x", 4)),
                "perhaps import com.acme.Shop;");

        assertThat(ConsoleText.result(rejected)).isEqualTo("""
                cannot find symbol
                  symbol: variable Shop
                    1 + Shop.x
                        ^
                perhaps import com.acme.Shop;
                """);
    }

    @Test
    void showsAnErrorWithItsStack() {
        var error = new Failure("com.acme.Oops", "no\u001b[31m",
                List.of(new Frame("com.acme.Shop", "sell", "Shop.java", 3)), null);

        assertThat(ConsoleText.result(new ConsoleResult("error", null, null, null, error, List.of(), null)))
                .isEqualTo("com.acme.Oops: no\\u001b[31m\n    at com.acme.Shop.sell(Shop.java:3)\n");
    }

    @Test
    void letsNothingOfTheApplicationSteerATerminal() {
        assertThat(ConsoleText.plain("a\u001b[2J\tb\r\nc\n")).isEqualTo("a\\u001b[2J    b\nc\n");
        assertThat(ConsoleText.value(result("value", "$1", "x\u0007\n", null))).isEqualTo("x\\u0007\n");
    }

    @Test
    void listsNamesOfAKind() {
        var names = new ConsoleNames(List.of(new Name("import", "java.util.*", null, null),
                new Name("variable", "n", "int", "3"), new Name("method", "f", "(int)String", null)));

        assertThat(ConsoleText.names(names, List.of("variable"))).isEqualTo("int n = 3\n");
        assertThat(ConsoleText.names(names, List.of("import"))).isEqualTo("import java.util.*\n");
        assertThat(ConsoleText.names(names, List.of("method", "type"))).isEqualTo("method f (int)String\n");
    }

    @Test
    void listsLoaders() {
        var list = new LoaderList(List.of(new LoaderList.Loader(2, "boot 2", "x.Launched", 1, 1200, true),
                new LoaderList.Loader(1, "app", "x.App", 0, 9, false)));

        assertThat(ConsoleText.loaders(list, 80)).isEqualTo("""
                NO  NAME    CLASS       PARENT  CLASSES  TAKEN
                 2  boot 2  x.Launched       1    1,200  unless another is chosen
                 1  app     x.App            -        9
                """);
    }
}
