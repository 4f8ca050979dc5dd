// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.Whereabouts;
import java.util.List;

/**
 * What keys do to a task's page.
 *
 * @param scene what is shown when the key is pressed
 */
record PageControls(Scene scene) {

    /** Returns what comes of a key; null if it means nothing of its own here. */
    Step press(Key key) {
        if (key instanceof Key.Typed typed && typed.codePoint() == 'o') {
            Sheet.Line line = line();
            return line == null || line.frame() == null ? Step.to(scene.says("no frame is in this line"))
                    : new Step(scene, new Effect.Source(line.frame()));
        }
        Scene next = key instanceof Key.Special special ? special(special)
                : key instanceof Key.Typed typed ? typed(typed.codePoint())
                : key instanceof Key.Wheel wheel ? to(scene.opened().scrolled(wheel.lines(), sheet().lines().size(), room()))
                : click((Key.Click) key);
        return next == null ? null : Step.to(next);
    }

    /** The heads of columns have no place here. */
    static int room(Scene scene) {
        return scene.room() + 1;
    }

    private int room() {
        return room(scene);
    }

    private Sheet sheet() {
        Whereabouts found = scene.page() == null ? null : scene.page().overview().task();
        return found == null ? new Sheet(List.of())
                : Sheet.of(found, scene.columns(), scene.opened().folded(), scene.page().overview().at());
    }

    private Sheet.Line line() {
        Sheet sheet = sheet();
        int at = scene.opened().cursor();
        return at < sheet.lines().size() ? sheet.lines().get(at) : null;
    }

    private Scene to(Opened opened) {
        return scene.with(draft -> draft.opened = opened);
    }

    private Scene move(int by) {
        return to(scene.opened().at(scene.opened().cursor() + by, sheet().lines().size(), room()));
    }

    private Scene special(Key.Special key) {
        return switch (key) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-room());
            case PAGE_DOWN -> move(room());
            case HOME -> move(-scene.opened().cursor());
            case END -> move(sheet().lines().size());
            case ENTER -> enter();
            case RIGHT -> follow();
            case LEFT, ESCAPE, BACKSPACE -> back();
            default -> null;
        };
    }

    private Scene typed(int key) {
        return switch (key) {
            case 'k' -> move(-1);
            case 'j' -> move(1);
            case '<' -> move(-scene.opened().cursor());
            case '>', 'G' -> move(sheet().lines().size());
            case 'f' -> fold();
            case 'c' -> Controls.askToCancel(scene, scene.page() == null || scene.page().overview().task() == null ? null
                    : scene.page().overview().task().task());
            case '/', 's', 'g' -> scene.says("this is one task; Esc goes back to the list");
            default -> null;
        };
    }

    private Scene back() {
        return scene.with(draft -> {
            draft.opened = scene.opened().back();
            draft.page = null;
        });
    }

    /** Opens the stack at a frame: the tasks that were created through it. Folds at a head. */
    private Scene enter() {
        Sheet.Line line = line();
        if (line == null) {
            return scene;
        } else if (line.frame() != null) {
            String condition = Words.frame(line.frame());
            return Controls.turn(scene, Tab.TASKS).looking(Tab.TASKS.listing().filtered(condition))
                    .says("tasks whose creation passed by " + line.frame());
        }
        return line.head() ? fold() : line.task() != null ? follow() : scene;
    }

    private Scene fold() {
        Sheet.Line line = line();
        if (line == null || line.section() < 0) {
            return scene;
        }
        Scene folded = to(scene.opened().fold(line.section()));
        Sheet now = new PageControls(folded).sheet();
        for (int at = 0; at < now.lines().size(); at++) {
            if (now.lines().get(at).head() && now.lines().get(at).section() == line.section()) {
                Opened opened = folded.opened().at(at, now.lines().size(), room());
                return folded.with(draft -> draft.opened = opened);
            }
        }
        return folded;
    }

    private Scene follow() {
        Sheet.Line line = line();
        if (line == null || line.task() == null) {
            return scene.says("no other task is named in this line");
        }
        return scene.with(draft -> {
            draft.opened = Opened.of(line.task(), scene.opened());
            draft.page = null;
        });
    }

    private Scene click(Key.Click click) {
        int row = click.row() - ListControls.ABOVE + 1;
        int line = scene.opened().top() + row;
        if (row < 0 || row >= room() || line >= sheet().lines().size()) {
            return scene;
        }
        return line == scene.opened().cursor() ? enter() : move(line - scene.opened().cursor());
    }
}
