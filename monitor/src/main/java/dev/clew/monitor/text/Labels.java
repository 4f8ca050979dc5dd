// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.Word;
import java.util.stream.Collectors;

/** How tasks and constants are called on screens. */
final class Labels {

    private Labels() {}

    static String word(Word word) {
        return word == null ? "unknown" : word.word();
    }

    static String name(Task task) {
        return task.name() == null || task.name().isEmpty() ? "unnamed" : task.name();
    }

    /** Returns what the application has labelled a task with, for example {@code order=17 customer=acme}. */
    static String said(Task task) {
        return task.labels().entrySet().stream().map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Returns for example {@code pool task 12 `OrderJob`}. */
    static String task(Kind kind, Long id, String name) {
        String label = id == null ? noun(kind) : noun(kind) + " " + id;
        return name == null || name.isEmpty() ? label : label + " `" + Plain.line(name) + "`";
    }

    private static String noun(Kind kind) {
        if (kind == null) {
            return "task";
        }
        return switch (kind) {
            case THREAD, FUTURE, SUBTASK -> kind.word();
            case VIRTUAL -> "virtual thread";
            case FORKJOIN -> "fork/join task";
            case POOL, DELAYED, PERIODIC, TIMER -> kind.word() + " task";
        };
    }

    static String task(Task task) {
        return task(task.kind(), task.id(), task.name());
    }

    /** Returns a class name without its package; any other text as it is. */
    static String simple(String text) {
        return text.matches("[\\p{L}\\p{N}_$.]+") ? text.substring(text.lastIndexOf('.') + 1) : text;
    }
}
