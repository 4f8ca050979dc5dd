// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** Shows a text that is longer than the screen, page by page; keys are those of {@code less}. */
final class Pager {

    private static final int ESCAPE = 27;
    private static final int INTERRUPT = 3;

    private final Terminal terminal;
    private final Paint paint;
    private final IntFunction<String> text;
    private List<String> lines;
    private int columns;
    private int room;
    private int top;
    private int found = -1;
    private String search = "";
    private String message = "";
    private volatile boolean resized;
    private volatile boolean quit;

    /**
     * Makes a pager.
     *
     * @param terminal where
     * @param paint colours it
     * @param text returns the text for a width
     */
    Pager(Terminal terminal, Paint paint, IntFunction<String> text) {
        this.terminal = terminal;
        this.paint = paint;
        this.text = text;
    }

    /** Shows the text until it is left; what was on the screen last stays there. */
    void show() throws IOException {
        Terminal.SignalHandler winch = terminal.handle(Signal.WINCH, signal -> resized = true);
        Terminal.SignalHandler interrupt = terminal.handle(Signal.INT, signal -> quit = true);
        Attributes before = terminal.enterRawMode();
        try {
            lay();
            terminal.puts(Capability.enter_ca_mode);
            while (!quit) {
                draw();
                key();
            }
        } finally {
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.handle(Signal.WINCH, winch);
            terminal.handle(Signal.INT, interrupt);
        }
        page().forEach(line -> terminal.writer().println(line));
        terminal.flush();
    }

    private void lay() {
        Size size = terminal.getSize();
        columns = Math.max(20, size.getColumns());
        room = Math.max(1, size.getRows() - 1);
        lines = text.apply(columns).lines().toList();
        move(0);
    }

    private List<String> page() {
        return lines.subList(top, Math.min(lines.size(), top + room));
    }

    private void move(int by) {
        top = Math.max(0, Math.min(top + by, lines.size() - room));
    }

    private void draw() {
        terminal.puts(Capability.cursor_home);
        for (String line : page()) {
            terminal.writer().print(line);
            terminal.puts(Capability.clr_eol);
            terminal.writer().print("\r\n");
        }
        bottom();
        message = "";
    }

    /** Draws the last line again. */
    private void bottom() {
        terminal.writer().print('\r');
        terminal.puts(Capability.clr_eos);
        terminal.writer().print(paint.status(status()));
        terminal.flush();
    }

    private String status() {
        String place = (top + 1) + "-" + Math.min(lines.size(), top + room) + " of " + lines.size();
        String keys = " (q leaves, space goes on, / searches)";
        String all = " " + (message.isEmpty() ? "lines " + place + keys : message) + " ";
        return all.substring(0, Math.min(all.length(), columns - 1));
    }

    private void key() throws IOException {
        int key = read();
        switch (key) {
            case 'q', 'Q', INTERRUPT, NonBlockingReader.EOF -> quit = true;
            case ' ', 'f' -> move(room);
            case 'b' -> move(-room);
            case 'd' -> move(room / 2);
            case 'u' -> move(-room / 2);
            case 'j', '\r', '\n' -> move(1);
            case 'k', 'y' -> move(-1);
            case 'g', '<' -> move(-lines.size());
            case 'G', '>' -> move(lines.size());
            case '/' -> search();
            case 'n' -> find(1);
            case 'N' -> find(-1);
            case 'h', '?' -> message = "space b d u j k g G /text n N q";
            case ESCAPE -> escape();
            default -> { }
        }
    }

    /** Waits for a key; a change of the size, and Ctrl-C, come in between. */
    private int read() throws IOException {
        while (!quit) {
            if (resized) {
                resized = false;
                lay();
                terminal.puts(Capability.clear_screen);
                draw();
            }
            int key = terminal.reader().read(100L);
            if (key != NonBlockingReader.READ_EXPIRED) {
                return key;
            }
        }
        return 'q';
    }

    /** Reads the rest of an arrow or page key. */
    private void escape() throws IOException {
        int bracket = terminal.reader().read(50L);
        if (bracket != '[' && bracket != 'O') {
            return;
        }
        switch (terminal.reader().read(50L)) {
            case 'A' -> move(-1);
            case 'B' -> move(1);
            case 'H' -> move(-lines.size());
            case 'F' -> move(lines.size());
            case '5' -> page(-room);
            case '6' -> page(room);
            default -> { }
        }
    }

    private void page(int by) throws IOException {
        terminal.reader().read(50L);
        move(by);
    }

    private void search() throws IOException {
        var typed = new StringBuilder();
        for (int key = '/'; key != '\r' && key != '\n'; key = read()) {
            if (key == ESCAPE || key == INTERRUPT || quit || key < 0) {
                return;
            } else if (key == 127 || key == 8) {
                typed.setLength(Math.max(0, typed.length() - 1));
            } else if (key != '/' || !typed.isEmpty()) {
                typed.append((char) key);
            }
            message = "/" + typed;
            bottom();
        }
        message = "";
        search = typed.isEmpty() ? search : typed.toString().toLowerCase(Locale.ROOT);
        find(1);
    }

    private void find(int step) {
        boolean shown = found >= top && found < top + room;
        int from = shown ? found + step : step > 0 ? top : top + room - 1;
        for (int at = from; at >= 0 && at < lines.size() && !search.isEmpty(); at += step) {
            if (lines.get(at).toLowerCase(Locale.ROOT).contains(search)) {
                found = at;
                move(at - top);
                return;
            }
        }
        message = "no more \"" + search + "\"";
    }
}
