// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.query.Query;
import java.util.List;

/**
 * What keys do: a scene and a key make another scene.
 *
 * @param scene what is shown when the key is pressed
 */
record Controls(Scene scene) {

    /** The line that names the lists. */
    private static final int TABS = 3;
    private static final long CANCEL_WAIT_MILLIS = 1_000;

    /** Returns what comes of a key. */
    static Step press(Scene scene, Key key) {
        return new Controls(scene.with(draft -> draft.message = null)).press(key);
    }

    private Step press(Key key) {
        if (key == Key.Special.INTERRUPT) {
            return scene.prompt() == null ? new Step(scene, new Effect.Leave())
                    : Step.to(scene.with(draft -> draft.prompt = null));
        } else if (key == Key.Special.REDRAW) {
            return new Step(scene, new Effect.Redraw());
        } else if (scene.help()) {
            return Step.to(scene.with(draft -> draft.help = false));
        } else if (scene.prompt() instanceof Prompt.Filter filter) {
            return Step.to(filter(filter, key));
        } else if (scene.prompt() instanceof Prompt.Confirm confirm) {
            return confirm(confirm, key);
        }
        if (key instanceof Key.Click click && click.row() == TABS) {
            Tab tab = Tabs.at(click.column());
            return Step.to(tab == null ? scene : turn(scene, tab));
        }
        Step own = scene.source() != null ? read(scene.source(), key)
                : scene.opened() != null ? new PageControls(scene).press(key) : new ListControls(scene).press(key);
        return own != null ? own : common(key);
    }

    private Step common(Key key) {
        if (key == Key.Special.TAB || key == Key.Special.BACK_TAB) {
            return Step.to(turn(scene, scene.tab().next(key == Key.Special.TAB ? 1 : -1)));
        }
        int typed = key instanceof Key.Typed one ? one.codePoint() : 0;
        if (typed >= '1' && typed < '1' + Tab.values().length) {
            return Step.to(turn(scene, Tab.values()[typed - '1']));
        }
        return switch (typed) {
            case 'q', 'Q' -> new Step(scene, new Effect.Leave());
            case '?', 'h' -> Step.to(scene.with(draft -> draft.help = true));
            case ' ', 'p' -> Step.to(scene.with(draft -> draft.paused = !scene.paused()));
            case 'm' -> mark();
            case 'd' -> compare();
            default -> Step.to(scene);
        };
    }

    /** Returns the scene with another list. */
    static Scene turn(Scene scene, Tab tab) {
        return scene.with(draft -> {
            draft.tab = tab;
            draft.opened = null;
            draft.page = null;
            draft.source = null;
        });
    }

    /** Returns what comes of a key on a source; null if it means nothing of its own there. */
    private Step read(Excerpt source, Key key) {
        int room = PageControls.room(scene) - 1;
        int by = key instanceof Key.Wheel wheel ? wheel.lines() : !(key instanceof Key.Special special) ? 0
                : switch (special) {
                    case UP -> -1;
                    case DOWN -> 1;
                    case PAGE_UP -> -room;
                    case PAGE_DOWN -> room;
                    case HOME -> -source.lines().size();
                    case END -> source.lines().size();
                    default -> 0;
                };
        if (key == Key.Special.ESCAPE || key == Key.Special.LEFT || key == Key.Special.BACKSPACE) {
            return Step.to(scene.with(draft -> draft.source = null));
        }
        boolean common = key == Key.Special.TAB || key == Key.Special.BACK_TAB
                || key instanceof Key.Typed typed && "q?12345".indexOf(typed.codePoint()) >= 0;
        return common ? null : Step.to(scene.with(draft -> draft.source = source.scrolled(by, room)));
    }

    private Step mark() {
        Listing tasks = scene.listings().get(Tab.TASKS);
        String by = tasks.groupBy() == null ? "site" : tasks.groupBy();
        var count = new Question.Ps(null, List.of(), List.of(), null, 0, false, tasks.system(), tasks.all(),
                tasks.filter(), by);
        return new Step(scene, new Effect.Ask(count, Effect.Purpose.MARK));
    }

    private Step compare() {
        return scene.mark() == null ? Step.to(scene.says("nothing is marked yet: m marks this moment"))
                : new Step(turn(scene, Tab.CHANGES), new Effect.Ask(scene.mark().question(), Effect.Purpose.COMPARE));
    }

    /** Returns the question whether a task is to be cancelled. */
    static Scene askToCancel(Scene scene, Task task) {
        if (task == null) {
            return scene.says("there is no task in this row");
        }
        return task.state() == State.ENDED ? scene.says("task " + task.id() + " has ended")
                : scene.with(draft -> draft.prompt = new Prompt.Confirm(task.id(), task.name()));
    }

    private Step confirm(Prompt.Confirm confirm, Key key) {
        Scene asked = scene.with(draft -> draft.prompt = null);
        boolean yes = key instanceof Key.Typed typed && (typed.codePoint() == 'y' || typed.codePoint() == 'Y');
        return yes ? new Step(asked.says("cancelling task " + confirm.id() + " ..."), new Effect.Ask(
                new Question.Cancel(confirm.id(), CANCEL_WAIT_MILLIS, "from top"), Effect.Purpose.CANCEL))
                : Step.to(asked.says("task " + confirm.id() + " was left alone"));
    }

    private Scene filter(Prompt.Filter filter, Key key) {
        if (key instanceof Key.Typed typed) {
            return prompt(filter.typed(typed.codePoint()));
        } else if (key instanceof Key.Special special) {
            return switch (special) {
                case ENTER -> filtered(filter);
                case ESCAPE -> prompt(null);
                case BACKSPACE -> filter.text().isEmpty() ? prompt(null) : prompt(filter.erased());
                case DELETE -> filter.cursor() == filter.text().length() ? scene
                        : prompt(filter.at(filter.text().offsetByCodePoints(filter.cursor(), 1)).erased());
                case LEFT -> prompt(filter.at(filter.cursor() - 1));
                case RIGHT -> prompt(filter.at(filter.cursor() + 1));
                case HOME -> prompt(filter.at(0));
                case END -> prompt(filter.at(filter.text().length()));
                case TAB -> prompt(new Words(scene).completed(filter));
                default -> scene;
            };
        }
        return scene;
    }

    private Scene prompt(Prompt next) {
        return scene.with(draft -> draft.prompt = next);
    }

    private Scene filtered(Prompt.Filter filter) {
        try {
            Query.parse(filter.text().isBlank() ? null : filter.text(), scene.tab().ended(),
                    scene.listing().groupBy() != null);
            return prompt(null).looking(scene.listing().filtered(filter.text()));
        } catch (Refusal e) {
            return prompt(filter.wrong(e));
        }
    }
}
