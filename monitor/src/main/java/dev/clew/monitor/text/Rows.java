// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Parent;
import dev.clew.model.Task;
import dev.clew.model.Word;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.SiteList.SiteCount;
import dev.clew.model.answer.TaskList;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer as rows of named fields, for programs that read lines; what is not known is an empty text.
 *
 * @param names the fields' names
 * @param rows each row's fields, in the order of the names
 */
record Rows(List<String> names, List<List<String>> rows) {

    private static final SiteList.Spread NEVER = new SiteList.Spread(0, null, null);
    private static final List<String> TASK = List.copyOf(task(new Task(0, null, null, null, null, null, null, null, null,
            null, false, 0, null, null), Instant.EPOCH).keySet());
    private static final List<String> GROUP = List.copyOf(group(new GroupList.Group(null, null, 0, List.of(), 0, null, 0),
            "key", Instant.EPOCH).keySet());

    private static final List<String> SITE = List.copyOf(site(new SiteCount(null, null, null, 0, 0, 0, 0, 0, 0, List.of(),
            NEVER, NEVER, List.of(), null), new SiteList("site", null, 0, 0, 0, 0, 0, 0, List.of())).keySet());

    /** Returns the rows of a list; null if an answer has none. */
    static Rows of(Answer answer, Instant now) {
        if (answer instanceof TaskList list) {
            return new Rows(TASK, list.tasks().stream().map(task -> List.copyOf(task(task, now).values())).toList());
        }
        if (answer instanceof SiteList list) {
            return new Rows(SITE, list.sites().stream().map(each -> List.copyOf(site(each, list).values())).toList());
        }
        if (answer instanceof CommandAnswer said) {
            return said(said);
        }
        return !(answer instanceof GroupList list) ? null : new Rows(GROUP,
                list.groups().stream().map(group -> List.copyOf(group(group, list.by(), now).values())).toList());
    }

    /** Returns the rows of an application's command; lines are rows of one field. */
    private static Rows said(CommandAnswer said) {
        return said.columns().isEmpty() ? new Rows(List.of("line"), said.lines().stream().map(List::of).toList())
                : new Rows(said.columns(), said.rows().stream().map(row -> said.columns().stream()
                        .map(column -> CommandText.cell(row.get(column))).toList()).toList());
    }

    private static Map<String, String> task(Task task, Instant now) {
        var row = new LinkedHashMap<String, String>();
        row.put("id", Long.toString(task.id()));
        row.put("kind", word(task.kind()));
        row.put("state", word(task.state()));
        row.put("name", text(task.name()));
        row.put("site", text(task.site()));
        row.put("parent", parent(task.parent()));
        row.put("createdAt", text(task.createdAt()));
        row.put("startedAt", text(task.startedAt()));
        row.put("age", seconds(task.createdAt(), now));
        row.put("thread", text(task.thread()));
        row.put("waitingOn", text(task.waitingOn()));
        row.put("preserved", Boolean.toString(task.preserved()));
        row.put("runs", Long.toString(task.runs()));
        row.put("note", text(task.note()));
        ending(row, task, task.ending());
        row.put("labels", Labels.said(task));
        return row;
    }

    private static void ending(Map<String, String> row, Task task, Ending ending) {
        boolean known = ending != null;
        Instant begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
        Cause cause = known ? ending.cause() : null;
        row.put("outcome", known ? word(ending.outcome()) : "");
        row.put("endedAt", known ? text(ending.at()) : "");
        row.put("duration", known ? seconds(begun, ending.at()) : "");
        row.put("error", known && ending.error() != null ? ending.error().className()
                + (ending.error().message() == null ? "" : ": " + ending.error().message()) : "");
        row.put("observed", known ? text(ending.observed()) : "");
        row.put("cause", cause == null || cause.task() == null ? "" : cause.task().toString());
        row.put("act", cause == null ? "" : text(cause.act()));
    }

    private static Map<String, String> group(GroupList.Group group, String by, Instant now) {
        var row = new LinkedHashMap<String, String>();
        row.put("by", by);
        row.put("key", text(group.key()));
        row.put("count", Long.toString(group.count()));
        row.put("tally", tallies(group.tally()));
        row.put("oldest", Long.toString(group.oldest()));
        row.put("oldestAt", text(group.oldestAt()));
        row.put("age", seconds(group.oldestAt(), now));
        row.put("newest", Long.toString(group.newest()));
        return row;
    }

    private static Map<String, String> site(SiteCount site, SiteList list) {
        var row = new LinkedHashMap<String, String>();
        row.put("by", list.by());
        row.put("site", text(site.key()));
        row.put("kind", word(site.kind()));
        row.put("live", Long.toString(site.live()));
        row.put("created", Long.toString(site.created()));
        row.put("recent", Long.toString(site.recent()));
        row.put("rate", list.windowMillis() == 0 ? "" : BigDecimal.valueOf(site.recent() * 1_000_000 / list.windowMillis(), 3)
                .stripTrailingZeros().toPlainString());
        row.put("failed", Long.toString(site.failed()));
        row.put("cancelled", Long.toString(site.cancelled()));
        row.put("unobserved", Long.toString(site.unobserved()));
        row.put("outcomes", tallies(site.outcomes()));
        row.put("runP50", micros(site.run().p50Micros()));
        row.put("runP99", micros(site.run().p99Micros()));
        row.put("queueP50", micros(site.queue().p50Micros()));
        row.put("queueP99", micros(site.queue().p99Micros()));
        row.put("capture", tallies(site.captures()));
        row.put("note", text(site.note()));
        return row;
    }

    private static String tallies(List<GroupList.Tally> tallies) {
        return tallies.stream().map(each -> text(each.word()) + "=" + each.count()).collect(Collectors.joining(" "));
    }

    private static String micros(Long micros) {
        return micros == null ? "" : BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static String parent(Parent parent) {
        return parent == null ? "" : parent.task() != null ? parent.task().toString() : parent.relation();
    }

    private static String seconds(Instant from, Instant to) {
        return from == null || to == null ? "" : BigDecimal.valueOf(Duration.between(from, to).toNanos() / 1_000, 6)
                .stripTrailingZeros().toPlainString();
    }

    private static String word(Word word) {
        return word == null ? "" : word.word();
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof Instant at ? Age.moment(at) : value.toString();
    }
}
