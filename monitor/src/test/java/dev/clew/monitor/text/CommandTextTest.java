// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.CommandAnswer;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Story;
import dev.clew.monitor.StoryCommands;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.OwnGrammar;
import dev.clew.monitor.command.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands of an application say, on a screen and for programs. */
class CommandTextTest {

    private final StoryCommands commands = new StoryCommands();
    private final Screen screen = new Screen(80, Story.CLOCK);

    @Test
    void showsRowsAsATableAndLinesAsTheyAreWithoutWhatSteersATerminal() throws Refusal {
        assertThat(screen.answer(null, commands.run("orders", List.of(), true))).isEqualTo("""
            ID  CUSTOMER              TOTAL  OPEN
            17  acme             1000000000  true
                Harbor, "Inc"\\n
            ... and 1,300 more
            """);
        assertThat(screen.answer(null, commands.run("refund", List.of(), false))).isEqualTo("""
            paid \\u001b[2J
            back
            """);
        assertThat(screen.answer(null, new CommandAnswer("x", List.of("a"), List.of(), List.of(), -1)))
                .isEqualTo("a\n... and more\n");
        assertThat(screen.answer(null, new CommandAnswer("x", List.of(), List.of(), List.of(), 0))).isEmpty();
    }

    @Test
    void writesRowsAndLinesForPrograms() throws Refusal {
        CommandAnswer orders = commands.run("orders", List.of(), true);

        assertThat(screen.rows(orders, new Form.Csv())).isEqualTo("""
            id,customer,total,open
            17,acme,1000000000,true
            ,"Harbor, ""Inc""\\n",,
            """);
        assertThat(screen.rows(orders, new Form.Template("{customer}={open}"))).startsWith("acme=true\n");
        assertThat(screen.rows(commands.run("refund", List.of(), false), new Form.Template("> {line}")))
                .isEqualTo("> paid \\u001b[2J\n> back\n");
    }

    @Test
    void listsTheCommandsAndWhatIsLeftOut() {
        var help = new Request.Help(null, commands.list().commands(), commands.list().problems());

        assertThat(screen.explain(help)).endsWith("""
            Commands of the application:
              orders  list the orders
              refund  pay \\u001b back
            ! the application's command ps is left out: Clew has one of that name
            """);
        assertThat(screen.answer(null, commands.list())).isEqualTo(screen.explain(help).replaceFirst("(?s)^.*\n\n", ""));
        assertThat(screen.help(OwnGrammar.command(commands.list().commands().get(1)))).startsWith("""
            refund [options] ORDER [HOW...]
                pay \\u001b back; ORDER: its order; HOW: the way (cash, card)
            """);
    }
}
