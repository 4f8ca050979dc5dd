// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.Task;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.PoolList;
import dev.clew.monitor.query.Difference.Change;
import dev.clew.monitor.text.Cells;
import dev.clew.terminal.top.Grid.Cell;
import dev.clew.terminal.top.Grid.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/**
 * The rows of a list under their heads.
 *
 * @param scene what is shown
 * @param palette its colours
 * @param now the present, by our clock
 */
record Body(Scene scene, Palette palette, Instant now) {

    private static final Column[] TASKS = {Column.number("ID", 8, "id"), Column.text("KIND", 8, "kind"),
            Column.text("STATE", 8, "state"), Column.soft("NAME", 4, "name"), Column.place("SITE", 5, "site"),
            Column.soft("PARENT", 3, null).from(110), Column.number("AGE", 8, "age"),
            Column.soft("THREAD / WAITING ON", 4, null).from(100)};
    private static final Column[] ENDINGS = {Column.number("ID", 8, "id"), Column.text("KIND", 8, "kind"),
            Column.text("OUTCOME", 12, null), Column.soft("NAME", 4, "name"), Column.soft("ERROR", 6, null),
            Column.number("DURATION", 9, "duration"), Column.number("ENDED", 8, "ended"),
            Column.place("SITE", 4, "site").from(100)};
    private static final Column[] POOLS = {Column.soft("POOL", 5, null), Column.soft("TYPE", 5, null).from(90),
            Column.text("STATE", 10, null).from(130), Column.number("THREADS", 8, null), Column.number("BUSY", 6, null),
            Column.text("", 10, null).from(100), Column.number("MOST", 6, null), Column.number("QUEUED", 8, null),
            Column.number("ENDED", 10, null), Column.number("LONGEST", 8, null)};

    List<AttributedString> lines() {
        if (scene.tab() == Tab.CHANGES) {
            return changes();
        }
        Shown list = scene.list();
        if (list == null) {
            return List.of(AttributedString.EMPTY, new AttributedString("  ..."));
        } else if (list.overview().groups() != null) {
            return groups(list, list.overview().groups());
        } else if (list.overview().pools() != null) {
            return pools(list, list.overview().pools());
        }
        return tasks(list);
    }

    /** Returns the present by the target's clock, as of the answer that is shown if rows stand still. */
    static Instant present(Shown shown, boolean paused, Instant now) {
        Duration since = Duration.between(shown.at(), now);
        return paused || since.isNegative() ? shown.overview().at() : shown.overview().at().plus(since);
    }

    private Instant present(Shown shown) {
        return present(shown, scene.paused(), now);
    }

    /** Returns the columns of what is listed. */
    static Column[] columns(Scene scene) {
        String by = scene.listing().groupBy();
        return scene.tab() == Tab.POOLS ? POOLS : by != null ? groups(by, scene.tab().ended())
                : scene.tab().ended() ? ENDINGS : TASKS;
    }

    private static Column[] groups(String by, boolean ended) {
        return new Column[] {Column.number("COUNT", 9, "count"), by.equals("site") ? Column.place("SITE", 5, "key")
                : Column.soft(by.toUpperCase(Locale.ROOT), 5, "key"), Column.soft(ended ? "OUTCOMES" : "STATES", 5, null),
                Column.number("OLDEST", 8, null), Column.number("AGE", 8, "age")};
    }

    /** Makes a row of a place in the answer. */
    private interface Row {
        Cell[] of(int place);
    }

    private List<AttributedString> rows(Shown list, Column[] columns, Row row) {
        Grid grid = Grid.of(scene.columns(), columns);
        List<Column> all = List.of(columns);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(grid.heads(scene.listing().sort()));
        long end = Math.min(scene.total(), scene.listing().top() + scene.room());
        for (long at = scene.listing().top(); at < end; at++) {
            int place = list.place(at);
            boolean chosen = at == scene.listing().cursor();
            lines.add(place >= 0 ? grid.row(chosen, all, row.of(place))
                    : new AttributedString(" ...", chosen ? Palette.CHOSEN : palette.faint()));
        }
        if (end == 0) {
            lines.add(new AttributedString(nothing(), palette.faint()));
        }
        return lines;
    }

    private String nothing() {
        return scene.listing().filter() == null ? "  nothing" : "  nothing fulfils " + scene.listing().filter()
                + "; Esc shows everything";
    }

    private List<AttributedString> tasks(Shown list) {
        List<Task> tasks = list.overview().tasks().tasks();
        Instant present = present(list);
        return scene.tab().ended() ? rows(list, ENDINGS, place -> ended(tasks.get(place), present))
                : rows(list, TASKS, place -> live(tasks.get(place), present));
    }

    private Cell[] live(Task task, Instant present) {
        return new Cell[] {Cell.of(Long.toString(task.id())), Cell.of(Cells.kind(task)),
                new Cell(Cells.state(task), palette.of(task.state())), Cell.of(Cells.name(task)),
                Cell.of(Cells.site(task)), Cell.of(Cells.parent(task)), Cell.of(Cells.age(task, present)),
                Cell.of(Cells.place(task))};
    }

    private Cell[] ended(Task task, Instant present) {
        var outcome = task.ending() == null ? null : task.ending().outcome();
        Instant at = task.ending() == null ? null : task.ending().at();
        return new Cell[] {Cell.of(Long.toString(task.id())), Cell.of(Cells.kind(task)),
                new Cell(Cells.outcome(task), palette.of(outcome)), Cell.of(Cells.name(task)),
                new Cell(Cells.error(task), palette.of(outcome)), Cell.of(Cells.duration(task)),
                Cell.of(Cells.between(at, present)), Cell.of(Cells.site(task))};
    }

    private List<AttributedString> groups(Shown list, GroupList groups) {
        Column[] columns = groups(groups.by(), scene.tab().ended());
        Instant present = present(list);
        return rows(list, columns, place -> {
            GroupList.Group group = groups.groups().get(place);
            return new Cell[] {new Cell(Cells.number(group.count()), Palette.BOLD), Cell.of(Cells.key(group)),
                    Cell.of(Cells.tallies(group.tally())), Cell.of(Long.toString(group.oldest())),
                    Cell.of(Cells.between(group.oldestAt(), present))};
        });
    }

    private List<AttributedString> pools(Shown list, PoolList pools) {
        return rows(list, POOLS, place -> {
            PoolList.Pool pool = pools.pools().get(place);
            boolean full = pool.most() != null && pool.busy() >= pool.most();
            return new Cell[] {Cell.of(Cells.plain(pool.name())),
                    Cell.of(pool.type() == null ? "threads alike in name" : Cells.plain(pool.type())),
                    Cell.of(pool.state() == null ? "unknown" : pool.state()), Cell.of(Cells.number(pool.threads())),
                    new Cell(Cells.number(pool.busy()), full ? palette.bad() : palette.good()),
                    new Cell(meter(pool), full ? palette.bad() : palette.good()), number(pool.most()),
                    new Cell(number(pool.queued()).text(), pool.queued() != null && pool.queued() > 0
                            ? palette.odd() : Palette.PLAIN), number(pool.ended()),
                    Cell.of(pool.oldest() == null ? "-" : pool.oldest().toString())};
        });
    }

    private static Cell number(Long number) {
        return Cell.of(number == null ? "-" : Cells.number(number));
    }

    private static String meter(PoolList.Pool pool) {
        long most = Math.max(1, pool.most() == null ? pool.threads() : Math.max(pool.most(), pool.busy()));
        int full = (int) Math.min(10, Math.round(10.0 * pool.busy() / most));
        return "█".repeat(full) + "·".repeat(10 - full);
    }

    private List<AttributedString> changes() {
        if (scene.change() == null) {
            return List.of(AttributedString.EMPTY, new AttributedString("  m marks this moment, d shows what has grown and "
                    + "shrunk since"));
        }
        List<Column> columns = List.of(Column.number("CHANGE", 9, null), Column.number("BEFORE", 9, null),
                Column.number("NOW", 9, null), Column.place(scene.change().by().toUpperCase(Locale.ROOT), 5, null));
        Grid grid = Grid.of(scene.columns(), columns.toArray(Column[]::new));
        List<AttributedString> lines = new ArrayList<>();
        lines.add(grid.heads(null));
        long top = scene.listing().top();
        for (long at = top; at < Math.min(scene.total(), top + scene.room()); at++) {
            lines.add(change(grid, columns, scene.change().changes().get((int) at), at == scene.listing().cursor()));
        }
        if (scene.total() == 0) {
            lines.add(new AttributedString("  no group has grown or shrunk", palette.faint()));
        }
        return lines;
    }

    private AttributedString change(Grid grid, List<Column> columns, Change each, boolean chosen) {
        return grid.row(chosen, columns, new Cell((each.change() > 0 ? "+" : "") + Cells.number(each.change()),
                each.change() > 0 ? palette.bad() : palette.good()), Cell.of(Cells.number(each.before())),
                Cell.of(Cells.number(each.after())), Cell.of(each.site() != null ? each.site().brief()
                        : Cells.key(each.key())));
    }
}
