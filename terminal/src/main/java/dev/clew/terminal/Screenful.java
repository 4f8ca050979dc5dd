// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.talk.Output;
import dev.clew.monitor.text.Screen;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** A terminal that a person looks at: what is longer than the screen is shown once the command is done, in pages. */
final class Screenful implements Output {

    private static final int NARROWEST = 20;
    private static final int UNKNOWN = 80;

    private final Terminal terminal;
    private final Paint paint;
    private final boolean pages;
    private final Clock clock;
    private final List<String> waiting = new ArrayList<>();
    private Size size;

    /**
     * Makes one.
     *
     * @param terminal the terminal
     * @param paint colours what it shows
     * @param pages whether long answers are shown in pages
     * @param clock says what time it is, for ages
     */
    Screenful(Terminal terminal, Paint paint, boolean pages, Clock clock) {
        this.terminal = terminal;
        this.paint = paint;
        this.pages = pages && !Terminal.TYPE_DUMB.equals(terminal.getType());
        this.clock = clock;
        measure();
    }

    @Override
    public Screen screen() {
        return new Screen(width(), clock);
    }

    /** Looks how large the terminal is now, which may need another process. */
    void measure() {
        size = terminal.getSize();
    }

    private int width() {
        return size.getColumns() <= 0 ? UNKNOWN : Math.max(NARROWEST, size.getColumns());
    }

    @Override
    public void answer(String text) {
        String shown = laid(text, width());
        if (pages && size.getRows() > 0 && rows(shown) >= size.getRows()) {
            waiting.add(text);
        } else {
            print(shown);
        }
    }

    @Override
    public void part(String text) {
        print(text);
    }

    @Override
    public void renew(String text) {
        waiting.clear();
        measure();
        terminal.puts(Capability.clear_screen);
        int most = size.getRows() <= 0 ? Integer.MAX_VALUE : size.getRows() - 1;
        print(laid(String.join("\n", text.lines().limit(most).toList()) + "\n", width()));
    }

    @Override
    public void refuse(String text) {
        print(paint.refusal(new Folding(width()).of(text)));
    }

    @Override
    public boolean person() {
        return true;
    }

    /** Shows what is too long for the screen. */
    void turnPages() throws IOException {
        while (!waiting.isEmpty()) {
            String text = waiting.remove(0);
            new Pager(terminal, paint, width -> laid(text, width)).show();
        }
    }

    private String laid(String text, int width) {
        return paint.answer(new Folding(width).of(text));
    }

    /** Returns how many rows a text takes, where the terminal breaks lines that are too wide. */
    private int rows(String text) {
        int width = width();
        return text.lines().mapToInt(line -> 1 + Math.max(0, line.length() - 1) / width).sum();
    }

    private void print(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }
}
