// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.text.Cells;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Paints a scene: exactly as many lines as the screen has, none wider than it.
 *
 * @param palette the colours
 */
record Painter(Palette palette) {

    List<AttributedString> paint(Scene scene, Instant now) {
        List<AttributedString> lines = new ArrayList<>(new Head(scene, palette, now).lines());
        lines.addAll(scene.help() ? Help.lines(scene, palette) : scene.source() != null ? source(scene)
                : scene.opened() != null ? page(scene, now)
                : new Body(scene, palette, now).lines());
        int last = scene.rows() - (wrong(scene) ? 2 : 1);
        while (lines.size() < last) {
            lines.add(AttributedString.EMPTY);
        }
        List<AttributedString> whole = new ArrayList<>(lines.subList(0, last));
        whole.addAll(new Foot(scene, palette).lines());
        return whole.stream().map(line -> line.columnSubSequence(0, scene.columns())).toList();
    }

    /** Returns whether a filter is wrong, which takes a line more. */
    static boolean wrong(Scene scene) {
        return scene.prompt() instanceof Prompt.Filter filter && filter.wrong() != null;
    }

    private List<AttributedString> source(Scene scene) {
        Excerpt source = scene.source();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new AttributedString(Cells.cut(" " + Cells.plain(source.name()), scene.columns()), Palette.BOLD));
        int end = Math.min(source.lines().size(), source.top() + PageControls.room(scene) - 1);
        for (int at = source.top(); at < end; at++) {
            String text = Cells.cut(String.format("%5d  %s", at + 1, Cells.plain(source.lines().get(at))),
                    scene.columns());
            lines.add(new AttributedString(text, at == source.marked() ? Palette.CHOSEN : Palette.PLAIN));
        }
        return lines;
    }

    private List<AttributedString> page(Scene scene, Instant now) {
        if (scene.page() == null) {
            return List.of(new AttributedString("  task " + scene.opened().id() + " ..."));
        }
        Whereabouts found = scene.page().overview().task();
        if (found == null) {
            return List.of(new AttributedString("  task " + scene.opened().id()
                    + " is not there: it never was, or it ended and is no longer held. Esc goes back."));
        }
        List<Sheet.Line> all = Sheet.of(found, scene.columns(), scene.opened().folded(),
                Body.present(scene.page(), scene.paused(), now)).lines();
        List<AttributedString> lines = new ArrayList<>();
        int end = Math.min(all.size(), scene.opened().top() + PageControls.room(scene));
        for (int at = Math.min(scene.opened().top(), end); at < end; at++) {
            lines.add(line(all.get(at), at == scene.opened().cursor(), scene.columns()));
        }
        return lines;
    }

    private AttributedString line(Sheet.Line line, boolean chosen, int width) {
        String text = Cells.cut(line.text(), width);
        if (chosen) {
            return new AttributedString(text + " ".repeat(Math.max(0, width - Cells.width(text))), Palette.CHOSEN);
        }
        return new AttributedString(text, style(line));
    }

    private AttributedStyle style(Sheet.Line line) {
        boolean library = line.frame() != null && line.frame().matches("(java|javax|jdk|sun)\\..*");
        return line.head() ? Palette.BOLD : line.text().startsWith("  > at ") ? palette.odd().bold()
                : library ? palette.faint() : Palette.PLAIN;
    }

    /** Returns where the cursor goes; -1 if it is not to be seen. */
    static int cursor(Scene scene) {
        return scene.prompt() instanceof Prompt.Filter filter
                ? Math.min(scene.columns() - 1, Foot.before(filter)) : -1;
    }
}
