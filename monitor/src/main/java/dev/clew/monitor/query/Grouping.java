// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Ending;
import dev.clew.model.Parent;
import dev.clew.model.Task;
import dev.clew.model.Word;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.util.List;
import java.util.function.Function;

/**
 * What tasks of one group have in common.
 *
 * @param by its word
 * @param ended whether it groups ended tasks, tallied by outcome, rather than live ones, tallied by state
 * @param key returns it for a task: a record or a text with a meaningful {@code toString}, or null
 */
public record Grouping(String by, boolean ended, Function<Task, Object> key) {

    private static final List<String> LIVE = List.of("site", "kind", "state", "name", "thread", "parent");
    private static final List<String> ENDED = List.of("site", "kind", "outcome", "error", "name", "thread", "parent");

    /** Returns what live or ended tasks can be grouped by. */
    public static List<String> words(boolean ended) {
        return ended ? ENDED : LIVE;
    }

    /**
     * Returns the grouping of a word.
     *
     * @throws Refusal if such tasks can't be grouped by it
     */
    public static Grouping of(String word, boolean ended) throws Refusal {
        if (!words(ended).contains(word)) {
            throw Refusal.usage("can't group by \"" + word + "\"" + Suggestion.of(word, words(ended)),
                    "group by one of " + String.join(", ", words(ended)));
        }
        return new Grouping(word, ended, switch (word) {
            case "site" -> Task::site;
            case "kind" -> task -> word(task.kind());
            case "state" -> task -> word(task.state());
            case "name" -> Task::name;
            case "thread" -> Task::thread;
            case "outcome" -> task -> outcome(task.ending());
            case "error" -> task -> error(task.ending());
            default -> task -> parent(task.parent());
        });
    }

    /** Returns what a task that goes by has in common with others of its group, drawing it only if it must be. */
    Object of(Glimpse seen) {
        return switch (by) {
            case "site" -> seen.site();
            case "kind" -> word(seen.kind());
            case "state", "outcome" -> seen.tally();
            default -> key.apply(seen.sighting().task());
        };
    }

    private static String word(Word word) {
        return word == null ? null : word.word();
    }

    private static String outcome(Ending ending) {
        return ending == null ? null : word(ending.outcome());
    }

    private static String error(Ending ending) {
        return ending == null || ending.error() == null ? null : ending.error().className();
    }

    private static String parent(Parent parent) {
        if (parent == null || parent.relation().equals("unknown")) {
            return null;
        }
        return parent.relation().equals("task")
                ? parent.name() == null ? "" + parent.task() : parent.task() + " " + parent.name() : parent.relation();
    }
}
