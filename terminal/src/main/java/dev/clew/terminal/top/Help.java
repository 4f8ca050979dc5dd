// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.text.Cells;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What the keys do. */
final class Help {

    private static final String[][] KEYS = {
        {"1 2 3 4 5, Tab", "tasks, sites, endings, pools, changes since the mark"},
        {"arrows, j k", "choose a row; PgUp PgDn Home End, < >, and the wheel of a mouse"},
        {"Enter, click", "open a task's page, or the tasks of a group; Esc goes back"},
        {"/", "filter as in ps, for example kind:pool age>10s; Tab completes, Esc drops it"},
        {"s  S  r", "sort by the next column, by the one before; reverse"},
        {"g", "group by the next property, in the end by none"},
        {"f", "show folded stages; on a page, fold the section"},
        {".", "show the tasks of the JVM and of Clew"},
        {"p, space", "rows stand still, here alone; the counts go on"},
        {"m  d", "mark this moment; compare with it"},
        {"c", "cancel the task, after a question"},
        {"on a page:", "Enter on a frame: the tasks whose creation passed by it"},
        {"", "o: the source at the frame; right arrow: the task that the line names"},
        {"Ctrl-L  q", "draw again; leave"},
    };

    private Help() {}

    static List<AttributedString> lines(Scene scene, Palette palette) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(AttributedString.EMPTY);
        for (String[] each : KEYS) {
            lines.add(new AttributedStringBuilder().styled(Palette.BOLD, String.format("  %-15s", each[0]))
                    .styled(Palette.PLAIN, each[1]).toAttributedString());
        }
        lines.add(AttributedString.EMPTY);
        lines.add(new AttributedString("  any key goes back" + (scene.latest() == null ? "" : "; the target's last look took "
                + Cells.length(Duration.of(scene.latest().micros(), ChronoUnit.MICROS))), palette.faint()));
        return lines;
    }
}
