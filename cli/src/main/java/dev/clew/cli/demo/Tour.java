// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Goes from stop to stop; with a visitor it waits at each one, alone it goes straight on. */
public final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;

    private final List<Leg> legs;
    private final Page page;
    private final PrintStream out;
    private final BufferedReader visitor;

    /**
     * A stop with its place.
     *
     * @param stop the stop
     * @param host where it takes place
     */
    public record Leg(Stop stop, Host host) {}

    /**
     * Makes a tour.
     *
     * @param legs the stops in their order
     * @param screen lays out the answers
     * @param out where everything goes
     * @param visitor what somebody at a terminal types; null without one
     */
    public Tour(List<Leg> legs, Screen screen, PrintStream out, BufferedReader visitor) {
        this.legs = List.copyOf(legs);
        this.page = new Page(screen);
        this.out = out;
        this.visitor = visitor;
    }

    /** Walks the tour and returns 0, or 1 if a stop did not find what it is about. */
    public int walk() throws IOException {
        int status = 0;
        for (int at = 0; at < legs.size(); at++) {
            Leg leg = legs.get(at);
            print(page.heading(at + 1, legs.size(), leg.stop()));
            status = Math.max(status, show(leg));
            if (at + 1 < legs.size() && !goesOn()) {
                break;
            }
        }
        return status;
    }

    private int show(Leg leg) {
        try {
            Scene scene = visit(leg);
            scene.exhibits().forEach(exhibit -> print(page.exhibit(leg.host().program(), exhibit)));
            print(page.meaning(scene));
            return 0;
        } catch (Missing e) {
            print(page.missing(e.getMessage()));
        } catch (Refusal e) {
            print(page.missing(e.line()));
        }
        return 1;
    }

    /** Visits again for a while: what a program did a moment ago may not have been recorded yet. */
    private static Scene visit(Leg leg) throws Missing, Refusal {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return leg.stop().visit(leg.host().target());
            } catch (Missing e) {
                if (System.nanoTime() - end > 0 || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean goesOn() throws IOException {
        if (visitor == null) {
            return true;
        }
        print("\nEnter goes on, q opens the shell: ");
        String line = visitor.readLine();
        return line != null && !line.strip().toLowerCase(Locale.ROOT).startsWith("q");
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
