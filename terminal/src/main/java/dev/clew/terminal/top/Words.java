// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.Task;
import dev.clew.monitor.query.Field;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of filters: those that stand for a group, and those that go on with what was begun.
 *
 * @param scene what is shown
 */
record Words(Scene scene) {

    private static final Pattern LAST = Pattern.compile("(.*?)([-(]*)([a-z]+)((?::|=|!=)(?:[^\\s,]*,)*)?([^\\s,]*)$",
            Pattern.DOTALL);

    /** Returns the condition that the tasks of a group fulfil; null if there is none. */
    static String group(String by, String key) {
        if (key == null || key.indexOf('"') >= 0) {
            return null;
        }
        return switch (by) {
            case "kind", "state", "outcome" -> by + ":" + key;
            case "parent" -> "parent:" + (key.indexOf(' ') < 0 ? key : key.substring(0, key.indexOf(' ')));
            default -> by + "=\"" + key + "\"";
        };
    }

    /** Returns the condition that the tasks on a pool's threads fulfil. */
    static String pool(String name) {
        return "thread:" + name.replaceAll("[\\s,()\"']", "?");
    }

    /** Returns the condition that tasks with a frame fulfil. */
    static String frame(String frame) {
        return "frame:\"" + frame + '"';
    }

    /** Returns the condition that is fulfilled if both are. */
    static String both(String one, String other) {
        return one == null ? other : one.matches(".*\\bor\\b.*") ? "(" + one + ") " + other : one + " " + other;
    }

    /** Returns what was written with its last word completed as far as there is only one way. */
    Prompt.Filter completed(Prompt.Filter filter) {
        Matcher word = LAST.matcher(filter.text());
        if (!word.matches() || word.group(4) == null && !word.group(5).isEmpty()
                || filter.cursor() != filter.text().length()) {
            return filter;
        }
        boolean valued = word.group(4) != null;
        String begun = valued ? word.group(5) : word.group(3);
        String common = common(begun, valued ? values(word.group(3)) : fields());
        String whole = valued ? word.group(1) + word.group(2) + word.group(3) + word.group(4) + common
                : word.group(1) + word.group(2) + common + word.group(5);
        return new Prompt.Filter(whole, whole.length(), null);
    }

    private Stream<String> fields() {
        return Stream.of(Field.values()).filter(each -> each.asksOf(scene.tab().ended()))
                .map(each -> each.word() + (each.ordered() ? ">" : ":"));
    }

    private Stream<String> values(String field) {
        List<String> words = Stream.of(Field.values()).filter(each -> each.word().equals(field))
                .flatMap(each -> each.words().stream()).toList();
        Shown list = scene.list();
        if (!words.isEmpty() || list == null || list.overview().tasks() == null) {
            return words.stream();
        }
        return list.overview().tasks().tasks().stream().map(task -> value(task, field)).filter(Objects::nonNull)
                .filter(value -> value.matches("[^\\s,()\"'*?]+"));
    }

    private static String value(Task task, String field) {
        return switch (field) {
            case "name" -> task.name();
            case "thread" -> task.thread();
            case "site" -> task.site() == null ? null : task.site().className() + '.' + task.site().method();
            case "parent" -> task.parent() == null ? null : task.parent().name();
            case "error" -> task.ending() == null || task.ending().error() == null ? null
                    : task.ending().error().className();
            default -> null;
        };
    }

    /** Returns what all words that begin so have in common; the beginning if there is none. */
    private static String common(String begun, Stream<String> words) {
        List<String> fitting = words.filter(each -> each.regionMatches(true, 0, begun, 0, begun.length())).distinct()
                .toList();
        String common = fitting.isEmpty() ? begun : fitting.get(0);
        for (String each : fitting) {
            int same = 0;
            while (same < common.length() && same < each.length() && common.charAt(same) == each.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common.length() < begun.length() ? begun : common;
    }
}
