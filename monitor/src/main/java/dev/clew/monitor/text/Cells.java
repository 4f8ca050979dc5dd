// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Ending;
import dev.clew.model.Task;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.GroupList.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What a task or a group is called in the cells of a table, for a face that lays out its own; all of it is safe to show. */
public final class Cells {

    private Cells() {}

    /** Returns a task's kind. */
    public static String kind(Task task) {
        return Labels.word(task.kind());
    }

    /** Returns a live task's state. */
    public static String state(Task task) {
        return Labels.word(task.state());
    }

    /** Returns a task's name. */
    public static String name(Task task) {
        return Plain.line(Labels.name(task));
    }

    /** Returns a task's site; {@code -} for a root. */
    public static String site(Task task) {
        return Plain.line(LiveTable.site(task));
    }

    /** Returns who created a task. */
    public static String parent(Task task) {
        return Plain.line(LiveTable.parent(task.parent()));
    }

    /** Returns how old a task is; a word if its birth is not known. */
    public static String age(Task task, Instant now) {
        return task.createdAt() == null ? "earlier" : Age.between(task.createdAt(), now);
    }

    /** Returns the thread that runs a task, and what it waits for. */
    public static String place(Task task) {
        return Plain.line(LiveTable.place(task));
    }

    /** Returns how a task ended, with an exclamation mark before a failure that nobody looked at. */
    public static String outcome(Task task) {
        Ending ending = task.ending();
        return ending == null ? "unknown" : (ending.unobserved() ? "! " : "") + Labels.word(ending.outcome());
    }

    /** Returns what a task failed with. */
    public static String error(Task task) {
        return task.ending() == null ? "" : Plain.line(EndedTable.error(task.ending()));
    }

    /** Returns how long a task ran. */
    public static String duration(Task task) {
        Instant begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
        return task.ending() == null ? "unknown" : Age.between(begun, task.ending().at());
    }

    /** Returns the time between two moments. */
    public static String between(Instant from, Instant to) {
        return Age.between(from, to);
    }

    /** Returns a length of time. */
    public static String length(Duration time) {
        return Age.of(time);
    }

    /** Returns what the tasks of a group have in common. */
    public static String key(GroupList.Group group) {
        return group.site() != null ? group.site().brief() : key(group.key());
    }

    /** Returns what tasks have in common. */
    public static String key(String key) {
        return key == null ? "none or unknown" : Plain.line(key);
    }

    /** Returns counts by word, for example {@code 12 waiting, 3 running}. */
    public static String tallies(List<Tally> tallies) {
        return tallies.stream().map(each -> number(each.count()) + " " + (each.word() == null ? "unknown" : each.word()))
                .collect(Collectors.joining(", "));
    }

    /** Returns a number with a comma at each thousand. */
    public static String number(long number) {
        return Count.number(number);
    }

    /** Returns foreign text on one line. */
    public static String plain(String text) {
        return Plain.line(text);
    }

    /** Returns how many columns a text takes. */
    public static int width(String text) {
        return Plain.width(text);
    }

    /** Returns a text that is not wider than so many columns, cut at its end. */
    public static String cut(String text, int columns) {
        return columns <= 0 ? "" : Plain.cut(text, columns);
    }

    /** Returns a place in the code in so many columns: the end of the class gives way. */
    public static String cutPlace(String text, int columns) {
        return columns <= 0 ? "" : Plain.cutClass(text, columns);
    }
}
