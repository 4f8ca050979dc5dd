// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.Task;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.PoolList;
import dev.clew.monitor.query.Difference;

/**
 * What keys do to a list.
 *
 * @param scene what is shown when the key is pressed
 */
record ListControls(Scene scene) {

    /** The lines above the first row. */
    static final int ABOVE = 5;

    /** Returns what comes of a key; null if it means nothing of its own here. */
    Step press(Key key) {
        Scene next = key instanceof Key.Special special ? special(special)
                : key instanceof Key.Typed typed ? typed(typed.codePoint())
                : key instanceof Key.Wheel wheel ? scene.looking(at().scrolled(wheel.lines(), scene.total(), scene.room()))
                : click((Key.Click) key);
        return next == null ? null : Step.to(next);
    }

    private Listing at() {
        return scene.listing();
    }

    private Scene move(long by) {
        return choose(at().cursor() + by);
    }

    private Scene choose(long row) {
        return scene.looking(at().at(row, scene.total(), scene.room()));
    }

    private Scene special(Key.Special key) {
        return switch (key) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-scene.room());
            case PAGE_DOWN -> move(scene.room());
            case HOME -> choose(0);
            case END -> choose(scene.total() - 1);
            case ENTER, RIGHT -> open();
            case ESCAPE, BACKSPACE -> at().filter() == null ? scene : scene.looking(at().filtered(null));
            default -> null;
        };
    }

    private Scene typed(int key) {
        return switch (key) {
            case 'k' -> move(-1);
            case 'j' -> move(1);
            case '<' -> choose(0);
            case '>', 'G' -> choose(scene.total() - 1);
            case '/' -> scene.tab().filters() ? ask() : scene.says("there is nothing to filter here");
            case 's' -> sort(1);
            case 'S' -> sort(-1);
            case 'r' -> at().sort() == null ? scene : scene.looking(at().sorted(Listing.reversed(at().sort())));
            case 'g' -> group();
            case 'f' -> scene.tab().filters() ? scene.looking(at().folding(!at().all()))
                    .says(at().all() ? "folded stages are left out" : "folded stages are shown") : scene;
            case '.' -> scene.tab().filters() ? scene.looking(at().systemic(!at().system())).says(at().system()
                    ? "tasks of the JVM and of Clew are left out" : "tasks of the JVM and of Clew are shown") : scene;
            case 'c' -> cancel();
            default -> null;
        };
    }

    private Scene ask() {
        String text = at().filter() == null ? "" : at().filter();
        return scene.with(draft -> draft.prompt = new Prompt.Filter(text, text.length(), null));
    }

    private Scene sort(int by) {
        return scene.looking(at().sorted(at().nextSort(scene.tab().sorts(at().groupBy() != null), by)));
    }

    /** Returns the list in the order of a column, or the other way round if it is in that order. */
    private Scene sort(String key) {
        if (key == null || scene.tab() == Tab.CHANGES) {
            return scene;
        }
        boolean same = key.equals(at().sort()) || ("-" + key).equals(at().sort());
        return scene.looking(at().sorted(same ? Listing.reversed(at().sort()) : key));
    }

    private Scene group() {
        var all = scene.tab().groupings();
        if (all.isEmpty()) {
            return scene.says("there is nothing to group here");
        }
        int next = at().groupBy() == null ? 0 : all.indexOf(at().groupBy()) + 1;
        String by = next == all.size() ? null : all.get(next);
        return scene.looking(at().grouped(by, scene.tab().sorts(by != null).get(0)));
    }

    private Scene cancel() {
        return Controls.askToCancel(scene, task());
    }

    private Task task() {
        Shown list = scene.list();
        int place = list == null || list.overview().tasks() == null ? -1 : list.place(at().cursor());
        return place < 0 ? null : list.overview().tasks().tasks().get(place);
    }

    private Scene click(Key.Click click) {
        long row = at().top() + click.row() - ABOVE;
        if (click.row() == ABOVE - 1) {
            return sort(Grid.of(scene.columns(), Body.columns(scene)).key(click.column()));
        }
        if (click.row() < ABOVE || click.row() >= ABOVE + scene.room() || row >= scene.total()) {
            return scene;
        }
        return row == at().cursor() ? open() : choose(row);
    }

    /** Returns what is behind the chosen row: a task's page, or the tasks of a group. */
    private Scene open() {
        if (scene.tab() == Tab.CHANGES) {
            return change();
        }
        Shown list = scene.list();
        int place = list == null ? -1 : list.place(at().cursor());
        if (place < 0) {
            return scene;
        } else if (list.overview().tasks() != null) {
            return open(list.overview().tasks().tasks().get(place).id());
        } else if (list.overview().groups() != null) {
            GroupList groups = list.overview().groups();
            return drill(Words.group(groups.by(), groups.groups().get(place).key()));
        }
        PoolList.Pool pool = list.overview().pools().pools().get(place);
        return drill(Words.pool(pool.name()));
    }

    private Scene open(long id) {
        return scene.with(draft -> {
            draft.opened = Opened.of(id, null);
            draft.page = null;
        });
    }

    private Scene change() {
        Difference all = scene.change();
        int place = (int) at().cursor();
        return all == null || place >= all.changes().size() ? scene
                : drill(Words.group(all.by(), all.changes().get(place).key()));
    }

    /** Returns the tasks that fulfil one more condition. */
    private Scene drill(String condition) {
        if (condition == null) {
            return scene.says("these tasks have nothing in common that a filter could ask for");
        }
        Tab tab = scene.tab().ended() ? Tab.ENDINGS : Tab.TASKS;
        String before = scene.tab().filters() ? at().filter() : null;
        Listing listing = tab.listing().folding(at().all()).systemic(at().system())
                .filtered(Words.both(before, condition));
        return Controls.turn(scene, tab).looking(listing);
    }
}
