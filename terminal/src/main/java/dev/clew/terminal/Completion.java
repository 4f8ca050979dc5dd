// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.Word;
import dev.clew.monitor.command.Command;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Option;
import dev.clew.monitor.command.OwnGrammar;
import dev.clew.monitor.query.Field;
import dev.clew.monitor.query.Grouping;
import dev.clew.monitor.query.Sites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a command can go on, from the one grammar and the tasks that there are.
 *
 * @param snapshot the tasks
 */
record Completion(Snapshot snapshot) {

    private static final List<String> SIGNALS = List.of("HUP", "INT", "TERM", "USR2");
    private static final Map<String, List<Choice>> SITES = Map.of(
            "--group-by", plain(Sites.GROUPS.toArray(String[]::new)), "--window", plain("10s", "30s", "1m"),
            "--sort", plain(Sites.KEYS.stream().flatMap(key -> Stream.of("-" + key, key)).toArray(String[]::new)));
    private static final List<Choice> SITE_FIELDS = Stream.of(Field.values()).filter(Field::asksOfSites)
            .map(field -> Choice.part(field.word() + (field.ordered() ? ">" : ":"), field.summary())).toList();

    /** Returns ways to write the last of some words, of which the others are complete; the last may be empty. */
    List<Choice> choices(List<String> words) {
        String word = words.get(words.size() - 1);
        return all(words.subList(0, words.size() - 1), word).stream()
                .filter(choice -> choice.value().regionMatches(true, 0, word, 0, word.length())).toList();
    }

    private List<Choice> all(List<String> before, String word) {
        if (before.isEmpty()) {
            return commands();
        }
        Optional<Command> command = Grammar.command(before.get(0)).or(() -> own(before.get(0)));
        if (command.isEmpty()) {
            return List.of();
        }
        boolean clews = Grammar.command(before.get(0)).isPresent();
        Option open = option(command.get(), before.get(before.size() - 1));
        if (open != null && open.value() != null && before.size() > 1) {
            return clews ? values(command.get(), open, word) : ofOwn(before, word);
        }
        if (word.startsWith("--") && word.contains("=")) {
            return attached(command.get(), word);
        }
        return word.startsWith("-") && !FilterChoices.negated(word) ? options(command.get(), before)
                : clews ? operands(command.get(), before, word) : ofOwn(before, word);
    }

    private List<Choice> commands() {
        return Stream.concat(
                Grammar.commands().stream().map(command -> Choice.of(command.name(), command.summary())),
                snapshot.own().stream().map(command -> Choice.of(command.name(), command.summary()))).toList();
    }

    private Optional<Command> own(String word) {
        return snapshot.own().stream().filter(each -> each.name().equals(word)).findFirst().map(OwnGrammar::command);
    }

    /** Returns how a word behind an application's command can go on; the application says it. */
    private List<Choice> ofOwn(List<String> before, String word) {
        List<String> words = Stream.concat(before.stream().skip(1), Stream.of(word)).toList();
        return snapshot.choices(before.get(0), words).stream().map(each -> Choice.of(each, "")).toList();
    }

    private static Option option(Command command, String spelling) {
        return command.options().stream().filter(option -> option.names().contains(spelling)).findFirst().orElse(null);
    }

    private static List<Choice> options(Command command, List<String> before) {
        return command.options().stream()
                .filter(option -> option.names().stream().noneMatch(before::contains))
                .map(option -> Choice.of(option.name(), option.summary())).toList();
    }

    /** Returns values for an option that is written with an equals sign. */
    private List<Choice> attached(Command command, String word) {
        String spelling = word.substring(0, word.indexOf('='));
        Option option = option(command, spelling);
        return option == null || option.value() == null ? List.of()
                : values(command, option, word.substring(spelling.length() + 1)).stream()
                        .map(each -> new Choice(spelling + "=" + each.value(), each.meaning(), each.whole())).toList();
    }

    private List<Choice> values(Command command, Option option, String word) {
        if (command.name().equals("sites") && SITES.containsKey(option.name())) {
            return SITES.get(option.name());
        }
        boolean ended = command.name().equals("ps-terminated");
        return switch (option.name()) {
            case "--kind" -> listed(Kind.values(), word);
            case "--state" -> listed(Arrays.copyOf(State.values(), State.values().length - 1), word);
            case "--outcome" -> listed(Outcome.values(), word);
            case "--group-by" -> Grouping.words(ended).stream().map(each -> Choice.of(each, "")).toList();
            case "--sort" -> sorts(ended);
            case "--filter" -> new FilterChoices(snapshot, ended).choices(word);
            case "--watch" -> plain("1s", "2s", "5s");
            default -> List.of();
        };
    }

    private static List<Choice> sorts(boolean ended) {
        Stream<String> keys = ended ? Stream.of("id", "age", "name", "kind", "site", "ended", "duration", "count")
                : Stream.of("id", "age", "name", "kind", "state", "site", "count");
        return keys.flatMap(key -> Stream.of(key, "-" + key)).map(key -> Choice.of(key, "")).toList();
    }

    /** Returns words for the last part of a list with commas. */
    private static List<Choice> listed(Word[] all, String word) {
        String head = word.substring(0, word.lastIndexOf(',') + 1);
        return Stream.of(all).map(each -> Choice.of(head + each.word(), "")).toList();
    }

    private static List<Choice> plain(String... words) {
        return Stream.of(words).map(word -> Choice.of(word, "")).toList();
    }

    private List<Choice> operands(Command command, List<String> before, String word) {
        boolean first = before.size() == 1 || before.stream().skip(1).allMatch(each -> each.startsWith("-"));
        if (command.name().equals("sites") && !word.contains(":")) {
            return SITE_FIELDS;
        }
        if (command.filters()) {
            return new FilterChoices(snapshot, command.name().equals("ps-terminated")).choices(word);
        }
        return !first ? List.of() : switch (command.name()) {
            case "where" -> Stream.concat(ids(snapshot.live()), ids(snapshot.ended())).toList();
            case "where-terminated" -> ids(snapshot.ended()).toList();
            case "cancel", "interrupt" -> ids(snapshot.live()).toList();
            case "stacktrace" -> Stream.concat(Stream.of(Choice.of("all", "idle and virtual threads too")),
                    ids(snapshot.live())).toList();
            case "signal" -> plain(SIGNALS.toArray(String[]::new));
            case "help" -> commands();
            default -> List.of();
        };
    }

    private static Stream<Choice> ids(List<Task> tasks) {
        return tasks.stream().map(task -> Choice.of(Long.toString(task.id()), meaning(task)));
    }

    /** Returns name, state or outcome, and site of a task. */
    private static String meaning(Task task) {
        Word word = task.ending() == null || task.ending().outcome() == null ? task.state() : task.ending().outcome();
        List<String> parts = new ArrayList<>();
        parts.add(task.name() == null || task.name().isEmpty() ? "unnamed" : task.name());
        parts.add(word == null ? "" : word.word());
        parts.add(task.site() == null ? "" : task.site().brief());
        return String.join("  ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }
}
