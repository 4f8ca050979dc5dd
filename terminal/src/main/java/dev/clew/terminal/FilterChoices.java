// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.Task;
import dev.clew.monitor.query.Field;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a word of a filter can go on: fields, and the values that tasks have at present.
 *
 * @param snapshot the tasks
 * @param ended whether ended tasks are filtered
 */
record FilterChoices(Snapshot snapshot, boolean ended) {

    /** A field with its sign, perhaps negated or in parentheses, and some values with commas. */
    private static final Pattern VALUE = Pattern.compile("([-(]*([a-z]+)(?::|=|!=)(?:[^,]*,)*)[^,]*");
    private static final Pattern BEGIN = Pattern.compile("([-(]*)[a-z]*");

    /** Returns whether a word that begins with a minus is a part of a filter rather than an option. */
    static boolean negated(String word) {
        return word.matches("-[a-z]{2,}.*|-\\(.*");
    }

    List<Choice> choices(String word) {
        Matcher value = VALUE.matcher(word);
        if (value.matches()) {
            Field field = field(value.group(2));
            return field == null ? List.of()
                    : values(field).distinct().map(each -> Choice.of(value.group(1) + quoted(each), "")).toList();
        }
        Matcher begin = BEGIN.matcher(word);
        return !begin.matches() ? List.of() : Stream.of(Field.values()).filter(field -> field.asksOf(ended))
                .map(field -> Choice.part(begin.group(1) + field.word() + sign(field), field.summary())).toList();
    }

    private Field field(String word) {
        return Stream.of(Field.values()).filter(each -> each.word().equals(word) && each.asksOf(ended)).findFirst()
                .orElse(null);
    }

    private static String sign(Field field) {
        return field.ordered() ? ">" : ":";
    }

    private Stream<String> values(Field field) {
        if (!field.words().isEmpty()) {
            return field.words().stream();
        }
        if (field == Field.LABEL) {
            return tasks().stream().flatMap(task -> task.labels().entrySet().stream())
                    .map(label -> label.getKey() + "=" + label.getValue());
        }
        Stream<String> values = tasks().stream().map(task -> switch (field) {
            case NAME -> task.name();
            case SITE -> task.site() == null ? null : task.site().className() + '.' + task.site().method();
            case THREAD -> task.thread();
            case PARENT -> task.parent() == null || task.parent().name() == null ? "root" : task.parent().name();
            case ERROR -> task.ending() == null || task.ending().error() == null ? null
                    : task.ending().error().className();
            case ID -> Long.toString(task.id());
            default -> null;
        });
        return values.filter(Objects::nonNull).filter(value -> !value.isBlank());
    }

    private List<Task> tasks() {
        return ended ? snapshot.ended() : snapshot.live();
    }

    private static String quoted(String value) {
        return value.matches("[^\\s,()\"'*?]+") ? value : '"' + value.replace("\"", "?") + '"';
    }
}
