// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.State;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.text.Screen;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task's page, line by line.
 *
 * @param lines the lines that are seen, folded ones left out
 */
record Sheet(List<Line> lines) {

    private static final Pattern FRAME = Pattern.compile("( {2}[ >] at )(.*)");
    private static final Pattern TASK = Pattern.compile("\\b(?:task|thread|future|subtask) ([0-9]{1,18})\\b");

    private static final String INDENT = "         ";

    /**
     * A line of a page.
     *
     * @param text what it says
     * @param section the number of the section that it is in; -1 if in none
     * @param head whether it is the head of its section
     * @param frame the frame that it shows; null if it shows none
     * @param task the task that it names; null if it names none
     */
    record Line(String text, int section, boolean head, String frame, Long task) {}

    /**
     * Returns the page of a task.
     *
     * @param found the task
     * @param width how wide the screen is
     * @param folded the sections of which only the head is shown
     * @param now the present, by the target's clock
     */
    static Sheet of(Whereabouts found, int width, Set<Integer> folded, Instant now) {
        long id = found.task().id();
        Question question = found.task().state() == State.ENDED ? new Question.WhereTerminated(id)
                : new Question.Where(id);
        String text = new Screen(width, Clock.fixed(now, ZoneOffset.UTC)).answer(question, found);
        List<String> all = text.lines().toList();
        List<Line> lines = new ArrayList<>();
        int section = -1;
        int sections = 0;
        for (int at = 0; at < all.size(); at++) {
            String line = all.get(at);
            boolean indented = line.startsWith(" ");
            boolean head = !indented && at + 1 < all.size() && all.get(at + 1).startsWith(" ");
            section = head ? sections++ : indented ? section : -1;
            if (head || section < 0 || !folded.contains(section)) {
                add(lines, head && folded.contains(section) ? line + " ..." : line, section, head, width, id);
            }
        }
        return new Sheet(List.copyOf(lines));
    }

    /** Adds a line; one that is too wide goes on below, a frame at its source. */
    private static void add(List<Line> lines, String line, int section, boolean head, int width, long id) {
        Matcher frame = FRAME.matcher(line);
        String shown = frame.matches() ? frame.group(2) : null;
        Matcher task = TASK.matcher(line);
        Long named = null;
        while (shown == null && named == null && task.find()) {
            long one = Long.parseLong(task.group(1));
            named = one == id ? null : (Long) one;
        }
        String rest = line;
        boolean first = true;
        while (rest.length() > width) {
            int cut = cut(rest, shown != null, width);
            lines.add(new Line(rest.substring(0, cut), section, head && first, shown, named));
            rest = INDENT + rest.substring(cut).strip();
            first = false;
        }
        lines.add(new Line(rest, section, head && first, shown, named));
    }

    /** Returns where a line that is too wide is broken: a frame before its source or its method, others between words. */
    private static int cut(String line, boolean frame, int width) {
        int source = frame ? line.lastIndexOf('(') : -1;
        int method = source < 0 ? -1 : line.lastIndexOf('.', source);
        int blank = line.lastIndexOf(' ', width);
        for (int place : new int[] {source, method, frame ? -1 : blank}) {
            if (place > INDENT.length() && place <= width) {
                return place;
            }
        }
        return width;
    }
}
