// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.StoryCommands;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.Target;
import dev.clew.monitor.query.SourceTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final List<Question> asked = new ArrayList<>();
    private final StoryCommands commands = new StoryCommands();
    private final Vocabulary vocabulary = new Vocabulary(target());

    private Target target() {
        var source = new StorySource();
        source.own = commands;
        var near = new SourceTarget(source);
        return new Target() {
            @Override
            public Answer ask(Question question) throws Refusal {
                asked.add(question);
                return near.ask(question);
            }

            @Override
            public void close() {
                near.close();
            }
        };
    }

    @Test
    void asksTheTargetForNothingWhereTheWordIsClews() throws Refusal {
        assertThat(parse("ps kind:pool")).isInstanceOf(Request.Ask.class);
        assertThat(parse("help ps")).isInstanceOf(Request.Help.class);
        assertThat(parse("")).isInstanceOf(Request.Nothing.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void makesAQuestionOfAnApplicationsCommand() throws Refusal {
        assertThat(parse("orders \"Acme Inc\" --most 3 --all --json")).isEqualTo(new Request.Ask(
                new Question.Run("orders", List.of("--most", "3", "--all", "--", "Acme Inc"), true), new Form.Json(),
                Repeat.ONCE));
        assertThat(parse("refund 17 cash card")).isEqualTo(new Request.Ask(
                new Question.Run("refund", List.of("--", "17", "cash", "card"), false), new Form.Text(), Repeat.ONCE));
        assertThat(((Request.Ask) parse("orders --watch 2s --times 3 --format {id}")).repeat())
                .isEqualTo(new Repeat(Duration.ofSeconds(2), 3));
    }

    @Test
    void needsTheRoleToActUnlessTheCommandReads() throws Refusal {
        assertThat(((Request.Ask) parse("orders")).question().acts()).isFalse();
        assertThat(((Request.Ask) parse("refund 17")).question().acts()).isTrue();
    }

    @Test
    void refusesWhatTheCommandDoesNotTake() {
        assertThatThrownBy(() -> parse("orders a b")).hasMessage("orders has one argument too many, b");
        assertThatThrownBy(() -> parse("orders --mots 3")).hasMessage("orders has no option --mots, did you mean --most?");
        assertThatThrownBy(() -> parse("refund 17 --watch 2s")).hasMessageContaining("refund has no option --watch");
        assertThatThrownBy(() -> parse("ordres")).hasMessage("no such command \"ordres\", did you mean orders?");
        assertThat(commands.ran).isEmpty();
    }

    @Test
    void helpsWithTheApplicationsCommandsToo() throws Refusal {
        assertThat(((Request.Help) parse("help")).own()).extracting(own -> own.name()).containsExactly("orders", "refund");
        assertThat(((Request.Help) parse("help refund")).command().usage()).isEqualTo("refund [options] ORDER [HOW...]");
        assertThat(((Request.Help) parse("orders --help")).command().name()).isEqualTo("orders");
        assertThat(vocabulary.knows("orders")).isTrue();
        assertThat(vocabulary.knows("ps")).isTrue();
        assertThat(vocabulary.knows("nothing")).isFalse();
    }

    @Test
    void saysWhyTheApplicationCantBeAsked() throws Refusal {
        var old = new Vocabulary(new Target() {
            @Override
            public Answer ask(Question question) throws Refusal {
                throw Refusal.absent("it is an older one", "attach again");
            }

            @Override
            public void close() {
                // There is nothing behind it.
            }
        });

        assertThatThrownBy(() -> old.parse(List.of("orders"))).hasMessage(
                "Clew has no command \"orders\", and the application can't be asked for its own: it is an older one");
        assertThat(((Request.Help) old.parse(List.of("help"))).problems()).hasSize(1);
    }

    private Request parse(String line) throws Refusal {
        return vocabulary.parse(Words.of(line));
    }
}
