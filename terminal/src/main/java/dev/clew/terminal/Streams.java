// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.text.Screen;
import java.io.PrintStream;

/**
 * Two streams as they are.
 *
 * @param screen lays out the answers
 * @param out where answers go
 * @param err where refusals go
 * @param person whether somebody watches
 */
public record Streams(Screen screen, PrintStream out, PrintStream err, boolean person) implements Output {

    @Override
    public void answer(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void renew(String text) {
        answer("\n" + text);
    }

    @Override
    public void refuse(String text) {
        err.print(text);
        err.flush();
    }
}
