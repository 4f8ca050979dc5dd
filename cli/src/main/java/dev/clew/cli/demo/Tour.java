// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.cli.demo.stop.Missing;
import dev.clew.cli.demo.stop.Scene;
import dev.clew.cli.demo.stop.Stop;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.text.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Goes from stop to stop, as far as its audience follows. */
public final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;

    private final List<Leg> legs;
    private final Page page;
    private final Audience audience;

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
     * @param audience whoever follows
     */
    public Tour(List<Leg> legs, Screen screen, Audience audience) {
        this.legs = List.copyOf(legs);
        this.page = new Page(screen);
        this.audience = audience;
    }

    /** Walks the tour until its end or until they leave; returns 0, or 1 if a stop did not find what it is about. */
    public int walk() throws IOException {
        int status = 0;
        for (int at = 0; at < legs.size(); at++) {
            Leg leg = legs.get(at);
            List<String> texts = new ArrayList<>();
            texts.add(page.heading(at + 1, legs.size(), leg.stop()));
            status = Math.max(status, describe(leg, texts));
            if (!show(texts) || at + 1 < legs.size() && !audience.next()) {
                break;
            }
        }
        return status;
    }

    private boolean show(List<String> texts) throws IOException {
        for (String text : texts) {
            if (!audience.show(text)) {
                return false;
            }
        }
        return true;
    }

    private int describe(Leg leg, List<String> texts) {
        try {
            Scene scene = visit(leg);
            scene.exhibits().forEach(exhibit -> texts.add(page.exhibit(leg.host().program(), exhibit)));
            texts.add(page.meaning(scene));
            return 0;
        } catch (Missing e) {
            texts.add(page.missing(e.getMessage()));
        } catch (Refusal e) {
            texts.add(page.missing(e.line()));
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
}
