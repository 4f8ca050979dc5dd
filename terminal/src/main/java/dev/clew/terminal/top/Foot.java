// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.text.Cells;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * The last line: what happened, what is asked, or which keys there are.
 *
 * @param scene what is shown
 * @param palette its colours
 */
record Foot(Scene scene, Palette palette) {

    private static final String FILTER = " filter: ";
    private static final List<String> LIST = List.of("↵", "open", "/", "filter", "s", "sort", "g", "group", "p", "pause",
            "m", "mark", "d", "diff", "c", "cancel", "?", "help", "q", "quit");
    private static final List<String> PAGE = List.of("Esc", "back", "↵", "fold, tasks at frame", "→", "task",
            "o", "source", "c", "cancel", "?", "help", "q", "quit");

    private static final List<String> SOURCE = List.of("Esc", "back", "↑ ↓", "scroll", "?", "help", "q", "quit");

    List<AttributedString> lines() {
        if (scene.prompt() instanceof Prompt.Filter filter) {
            return filter(filter);
        } else if (scene.prompt() instanceof Prompt.Confirm confirm) {
            return List.of(new AttributedString(Cells.cut(" cancel task " + confirm.id() + " `"
                    + Cells.plain(confirm.name() == null ? "" : confirm.name()) + "`? y/N ", scene.columns()),
                    palette.bad().bold()));
        }
        return List.of(scene.message() == null ? keys(scene.source() != null ? SOURCE : scene.opened() == null ? LIST : PAGE)
                : new AttributedString(Cells.cut(" " + Cells.plain(scene.message()), scene.columns()), palette.odd()));
    }

    /** Returns how many columns are before the place where the next character goes. */
    static int before(Prompt.Filter filter) {
        return FILTER.length() + Cells.width(Cells.plain(filter.text().substring(0, filter.cursor())));
    }

    private List<AttributedString> filter(Prompt.Filter filter) {
        var line = new AttributedString(Cells.cut(FILTER + Cells.plain(filter.text()), scene.columns()), Palette.BOLD);
        if (filter.wrong() == null) {
            return List.of(line);
        }
        String words = filter.wrong().line();
        int at = filter.wrong().place() == null ? before(filter) : FILTER.length() + Cells.width(Cells.plain(
                filter.text().substring(0, Math.min(filter.text().length(), filter.wrong().place().at()))));
        boolean right = at + 2 + Cells.width(words) <= scene.columns() || at < scene.columns() / 2;
        String shown = right ? " ".repeat(at) + "v " + words
                : " ".repeat(Math.max(0, at - Cells.width(words) - 1)) + Cells.cut(words, at - 1) + " v";
        return List.of(new AttributedString(Cells.cut(shown, scene.columns()), palette.bad()), line);
    }

    /** Returns as many keys as fit. */
    private AttributedString keys(List<String> all) {
        var line = new AttributedStringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            String key = " " + all.get(i);
            String meaning = " " + all.get(i + 1);
            if (line.columnLength() + key.length() + meaning.length() <= scene.columns()) {
                line.styled(Palette.BOLD, key).styled(palette.faint(), meaning);
            }
        }
        return line.toAttributedString();
    }
}
