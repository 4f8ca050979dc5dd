// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.talk.Output;
import dev.clew.monitor.text.Screen;
import java.io.PrintStream;

/**
 * Two streams as they are: at a terminal with colours, and with frames broken that are too wide for it.
 *
 * @param screen lays out the answers
 * @param out where answers go
 * @param err where refusals go
 * @param person whether somebody watches
 * @param paint colours what somebody watches
 */
public record Streams(Screen screen, PrintStream out, PrintStream err, boolean person, Paint paint) implements Output {

    private static final String CLEAR = "\u001b[H\u001b[2J";

    /** Returns streams that nobody watches. */
    static Streams plain(Screen screen, PrintStream out, PrintStream err) {
        return new Streams(screen, out, err, false, new Paint(false));
    }

    @Override
    public void answer(String text) {
        out.print(person ? paint.answer(new Folding(screen.width()).of(text)) : text);
        out.flush();
    }

    @Override
    public void part(String text) {
        answer(text);
    }

    @Override
    public void renew(String text) {
        out.print(person && paint.on() ? CLEAR : "\n");
        answer(text);
    }

    @Override
    public void refuse(String text) {
        err.print(paint.refusal(person ? new Folding(screen.width()).of(text) : text));
        err.flush();
    }
}
