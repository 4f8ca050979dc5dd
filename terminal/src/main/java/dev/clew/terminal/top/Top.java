// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.Question;
import dev.clew.monitor.wire.Greeting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * The full screen: reads keys, takes what the target says, and draws what has changed.
 *
 * <p><b>Threads</b>: one runs it; signals and the connection have their own and are looked at between two keys.
 */
public final class Top {

    private static final long GLANCE_MILLIS = 40;
    /** So many keys are taken in before the screen is drawn again. */
    private static final int MOST_KEYS = 256;
    private static final String MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
    private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

    private final Terminal terminal;
    private final Switchboard switchboard;
    private final Painter painter;
    private final Clock clock;
    private final Keyboard keyboard;
    private final Display display;
    private Scene scene;
    private Scene drawn;
    private long drawnSecond;
    private Question wanted;
    private boolean left;
    private volatile boolean resized = true;
    private volatile boolean interrupted;

    /**
     * Makes a screen.
     *
     * @param terminal where
     * @param connector connects to the target, and again after it was restarted
     * @param greeting who is watched
     * @param environment the environment of this process
     * @param filter what the list of tasks lets through at first; null for everything
     */
    public Top(Terminal terminal, Connector connector, Greeting greeting, Map<String, String> environment, String filter) {
        this.terminal = terminal;
        this.switchboard = new Switchboard(connector, greeting);
        this.painter = new Painter(new Palette(environment.getOrDefault("NO_COLOR", "").isEmpty()));
        this.clock = Clock.systemUTC();
        this.keyboard = new Keyboard(terminal.reader());
        this.display = new Display(terminal, true);
        Scene first = Scene.of(greeting, 80, 24);
        this.scene = first.with(draft -> draft.listings(Tab.TASKS, Tab.TASKS.listing().filtered(filter)));
    }

    /** Shows the screen until it is left. */
    public void run() throws IOException {
        Terminal.SignalHandler winch = terminal.handle(Signal.WINCH, signal -> resized = true);
        Terminal.SignalHandler interrupt = terminal.handle(Signal.INT, signal -> interrupted = true);
        Attributes before = enter();
        try (switchboard) {
            want();
            switchboard.open();
            while (!left) {
                turn();
            }
        } finally {
            leave(before);
            terminal.handle(Signal.WINCH, winch);
            terminal.handle(Signal.INT, interrupt);
        }
    }

    private Attributes enter() {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.writer().print(MOUSE_ON);
        terminal.flush();
        display.reset();
        return before;
    }

    private void leave(Attributes before) {
        terminal.writer().print(MOUSE_OFF);
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }

    /** Takes in what has happened, and draws if anything has. */
    private void turn() throws IOException {
        if (resized) {
            resized = false;
            measure();
        }
        for (Event event = switchboard.poll(); event != null; event = switchboard.poll()) {
            scene = Reactions.to(scene, event, clock.instant());
        }
        want();
        draw();
        keys();
    }

    private void measure() {
        Size size = terminal.getSize();
        int columns = size.getColumns() <= 0 ? 80 : size.getColumns();
        int rows = size.getRows() <= 0 ? 24 : size.getRows();
        scene = scene.sized(columns, rows);
        redraw();
    }

    private void redraw() {
        display.resize(Size.of(scene.columns(), scene.rows()));
        display.clear();
        terminal.puts(Capability.clear_screen);
        display.reset();
        drawn = null;
    }

    private void want() {
        Question question = scene.question();
        if (!question.equals(wanted)) {
            wanted = question;
            switchboard.want(question);
        }
    }

    private void draw() {
        Instant now = clock.instant();
        if (scene == drawn && now.getEpochSecond() == drawnSecond) {
            return;
        }
        List<AttributedString> lines = painter.paint(scene, now);
        int column = Painter.cursor(scene);
        display.update(lines, column < 0 ? -1 : (scene.rows() - 1) * (scene.columns() + 1) + column);
        terminal.puts(column < 0 ? Capability.cursor_invisible : Capability.cursor_visible);
        terminal.flush();
        drawn = scene;
        drawnSecond = now.getEpochSecond();
    }

    private void keys() throws IOException {
        Key key = keyboard.next(GLANCE_MILLIS);
        for (int taken = 0; key != null && !left && taken < MOST_KEYS; taken++) {
            press(key);
            key = keyboard.next(1);
        }
        if (interrupted) {
            interrupted = false;
            press(Key.Special.INTERRUPT);
        }
    }

    private void press(Key key) throws IOException {
        Step step = Controls.press(scene, key);
        scene = step.scene();
        if (step.effect() instanceof Effect.Ask ask) {
            switchboard.ask(ask);
        } else if (step.effect() instanceof Effect.Leave) {
            left = true;
        } else if (step.effect() instanceof Effect.Redraw) {
            redraw();
        } else if (step.effect() instanceof Effect.Source source) {
            show(source.frame());
        }
    }

    /** Opens the source at a frame's place, if it is below the present directory. */
    private void show(String frame) throws IOException {
        SourceFile source = SourceFile.of(frame);
        Path here = Path.of("").toAbsolutePath();
        Path file = source == null ? null : source.below(here);
        Excerpt found = file == null ? null : Excerpt.open(file, source.line());
        if (found == null) {
            scene = scene.says(source == null ? "this frame names no source"
                    : source.ending() + (file == null ? " is not below " + here : " is too long"));
        } else {
            scene = scene.with(draft -> draft.source = found.centred(PageControls.room(scene) - 1));
        }
    }
}
