// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.clew.cli.Jvm;
import dev.clew.cli.demo.stop.Stop;
import dev.clew.model.Cause;
import dev.clew.model.Key;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Word;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Overview;
import dev.clew.model.json.Variants;
import dev.clew.monitor.Question;
import dev.clew.monitor.command.Command;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Option;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.wire.Greeting;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final List<String> OWN =
            List.of("list", "attach", "run", "detach", "demo", "jar", "exec", "completion", "version",
                    "help");
    private static final Page COMMANDS = Page.of("docs/commands.md");
    private static final Page WIRE = Page.of("docs/wire.md");

    @Test
    void typesOnlyCommandsThatThereAre() throws Exception {
        List<String> typed = Page.all().stream().flatMap(page -> page.typed().stream()).toList();

        assertThat(typed).hasSizeGreaterThan(15);
        for (String line : typed) {
            assertThat(line).matches("(\\./)?clew( .*)?");
            List<String> words = withoutTarget(Words.of(line.substring(line.indexOf("clew") + 4)));
            if (!words.isEmpty() && !OWN.contains(words.get(0))) {
                assertThatCode(() -> Grammar.parse(words)).as(line).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void mentionsNoCommandThatThereIsNot() throws IOException {
        Pattern mention = Pattern.compile("`(?:\\./)?clew(?: -[pa] [^\\s`]+)? ([a-z][a-z-]*)");
        for (Page page : Page.all()) {
            assertThat(mention.matcher(page.text()).results().map(found -> found.group(1)))
                    .as(page.toString()).allMatch(word -> OWN.contains(word) || Grammar.command(word).isPresent());
        }
    }

    private static List<String> withoutTarget(List<String> words) {
        boolean named = words.size() > 1 && List.of("-p", "-a", "--token-file").contains(words.get(0));
        return named ? withoutTarget(words.subList(2, words.size())) : words;
    }

    @Test
    void showsInTheReadMeWhatTheTourShows() throws IOException {
        String stops = Stop.harbor().stream().map(stop -> source(stop.getClass())).reduce("", String::concat);

        assertThat(Page.of("README.md").typed()).hasSize(2).allSatisfy(line ->
                assertThat(stops).contains('"' + line.replaceFirst("^clew ", "").replaceFirst("[0-9]+$", "")));
    }

    private static String source(Class<?> type) {
        return Page.of("cli/src/main/java/" + type.getName().replace('.', '/') + ".java").text();
    }

    @Test
    void explainsEveryCommandWithItsAliasesAndOptions() {
        var softly = new SoftAssertions();
        for (Command command : Grammar.commands()) {
            String section = COMMANDS.section("`" + command.name() + "`");
            softly.assertThat(section).as(command.name()).isNotEmpty();
            words(command).forEach(word -> softly.assertThat(section).as(command.name())
                    .containsPattern("`" + Pattern.quote(word) + "[` ]"));
        }
        OWN.forEach(word -> softly.assertThat(COMMANDS.text()).contains("`clew " + word));
        softly.assertAll();
    }

    private static Stream<String> words(Command command) {
        Stream<String> options = command.options().stream().map(Option::names).flatMap(List::stream);
        return Stream.concat(command.aliases().stream(), options);
    }

    @Test
    void explainsEveryWordOfTheModel() {
        for (Word[] words : List.of(Kind.values(), State.values(), Outcome.values())) {
            String heading = words[0].getClass().getSimpleName() + "s";
            for (Word word : words) {
                assertThat(COMMANDS.section(heading)).as(heading).contains("| `" + word.word() + "` |");
            }
        }
    }

    @Test
    void explainsEveryFieldOfTheWire() {
        var softly = new SoftAssertions();
        for (Class<?> type : onTheWire()) {
            String section = WIRE.section(heading(type));
            softly.assertThat(section).as(type.getSimpleName()).isNotBlank();
            for (RecordComponent component : type.getRecordComponents()) {
                Key key = component.getAnnotation(Key.class);
                String name = key == null ? component.getName() : key.value();
                softly.assertThat(section).as(type.getSimpleName()).contains("| `" + name + "` |");
            }
        }
        softly.assertAll();
    }

    /** Returns where a record is explained: a question and an answer may have the same name. */
    private static String heading(Class<?> type) {
        return type == Overview.class ? "Overview of a screen" : type.getSimpleName();
    }

    @Test
    void namesEveryQuestionAndEveryAnswer() {
        assertThat(Variants.of(Question.class).words())
                .allSatisfy(word -> assertThat(WIRE.section("Request")).contains("`" + word + "`"));
        assertThat(Variants.of(Answer.class).words())
                .allSatisfy(word -> assertThat(WIRE.section("Reply")).contains("`" + word + "`"));
    }

    private static Set<Class<?>> onTheWire() {
        var found = new LinkedHashSet<Class<?>>(List.of(Greeting.class, Jvm.class, Cause.class));
        var open = new ArrayList<Class<?>>(List.of(Answer.class.getPermittedSubclasses()));
        open.addAll(List.of(Question.class.getPermittedSubclasses()));
        while (!open.isEmpty()) {
            Class<?> type = open.remove(0);
            if (found.add(type)) {
                Stream.of(type.getRecordComponents()).map(DocumentationTest::type).filter(Class::isRecord)
                        .forEach(open::add);
            }
        }
        return found;
    }

    private static Class<?> type(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element ? element : component.getType();
    }

    @Test
    void linksToWhatIsThere() throws IOException {
        var softly = new SoftAssertions();
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                String file = link.replaceFirst("#.*", "");
                Path target = file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
                softly.assertThat(Files.exists(target)).as(page + ": " + link).isTrue();
                if (link.contains("#") && Files.exists(target)) {
                    softly.assertThat(Page.of(Page.ROOT.relativize(target).toString()).anchors()).as(page + ": " + link)
                            .contains(link.substring(link.indexOf('#') + 1));
                }
            }
        }
        softly.assertAll();
    }
}
