// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.View;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.Pulse;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Question;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.wire.Greeting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the screen shows, and why: everything that a key or an answer can change.
 *
 * @param contact how things stand with the target
 * @param columns how wide the screen is
 * @param rows how high it is
 * @param tab which list is shown
 * @param listings how each list is looked at
 * @param shown the newest answer for each list
 * @param latest the newest answer of all, for the counts; null if there is none yet
 * @param trend what happened in the last seconds
 * @param opened the page that covers the list; null if none does
 * @param page the newest answer about its task; null if there is none yet
 * @param source the source that covers the page; null if none does
 * @param prompt what the last line asks; null for nothing
 * @param mark the moment that was marked; null if none was
 * @param change what changed since then; null if nobody has asked
 * @param paused whether rows stand still
 * @param help whether the keys are explained
 * @param message what happened last; null for nothing
 */
record Scene(Contact contact, int columns, int rows, Tab tab, Map<Tab, Listing> listings, Map<Tab, Shown> shown,
        Overview latest, Trend trend, Opened opened, Shown page, Excerpt source, Prompt prompt, Mark mark, Difference change,
        boolean paused, boolean help, String message) {

    /** The lines that are no rows: four at the top, the heads of the columns, and the keys. */
    private static final int FRAME = 6;

    /** Returns the screen before anything has come. */
    static Scene of(Greeting greeting, int columns, int rows) {
        Map<Tab, Listing> listings = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            listings.put(tab, tab.listing());
        }
        return new Scene(new Contact(greeting, null, null), columns, rows, Tab.TASKS, Map.copyOf(listings), Map.of(), null,
                Trend.EMPTY, null, null, null, null, null, null, false, false, null);
    }

    /** Returns how many rows of a list fit. */
    int room() {
        return Math.max(1, rows - FRAME);
    }

    Listing listing() {
        return listings.get(tab);
    }

    /** Returns the newest answer for the list; null if there is none yet. */
    Shown list() {
        return shown.get(tab);
    }

    /** Returns how many rows the list has. */
    long total() {
        return tab == Tab.CHANGES ? change == null ? 0 : change.changes().size()
                : list() == null ? 0 : list().total();
    }

    /** Returns what the target is to tell of. */
    Question.Overview question() {
        return opened != null ? new Question.Overview(View.TASK, opened.id(), null, null, null, 0, 1, false, false)
                : listing().question(tab.view(), room());
    }

    /** Returns the scene with something changed. */
    Scene with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.scene();
    }

    Scene says(String words) {
        return with(draft -> draft.message = words);
    }

    /** Returns the scene with the list looked at in another way. */
    Scene looking(Listing listing) {
        Long chosen = listing.chosen() == null && list() != null ? list().task(listing.cursor()) : listing.chosen();
        return with(draft -> draft.listings(tab, listing.chosen(chosen)));
    }

    /** Returns the scene after the target has told something. */
    Scene told(Feed.News news, Instant now) {
        Scene heard = with(draft -> draft.contact = contact.heard(now));
        if (news.answer() instanceof Pulse pulse) {
            return heard.with(draft -> draft.trend = trend.still(pulse.at()));
        }
        return news.answer() instanceof Overview overview
                ? heard.counted(overview).shows(new Shown((Question.Overview) news.question(), overview, now)) : heard;
    }

    private Scene counted(Overview overview) {
        return with(draft -> {
            draft.latest = overview;
            draft.trend = trend.with(overview);
        });
    }

    private Scene shows(Shown told) {
        if (!told.question().equals(question())) {
            return this; // it was asked for what is no longer looked at
        }
        if (opened != null) {
            boolean still = paused && page != null && page.question().equals(told.question());
            return still ? this : with(draft -> draft.page = told);
        }
        boolean still = paused && list() != null && list().question().equals(told.question());
        return tab.view() == null || still ? this : with(draft -> draft.shown(tab, told)).settled();
    }

    /** Returns the scene with the chosen row where its task is now. */
    private Scene settled() {
        Listing at = listing();
        long row = at.chosen() == null || at.cursor() == 0 ? -1 : list().row(at.chosen());
        return looking(row >= 0 ? at.following(at.chosen(), row, total(), room()) : at.at(at.cursor(), total(), room()));
    }

    /** Returns the scene after the connection was made again, perhaps to another process. */
    Scene met(Greeting greeting, Instant now) {
        boolean other = contact.greeting().pid() != greeting.pid();
        Scene met = with(draft -> {
            draft.contact = new Contact(greeting, null, now);
            draft.message = other ? "process " + contact.greeting().pid() + " has gone; process " + greeting.pid()
                    + " has taken its place, with ids of its own" : "the target is back";
        });
        return other ? met.with(Draft::forget) : met;
    }

    Scene sized(int width, int height) {
        Scene sized = with(draft -> {
            draft.columns = Math.max(20, width);
            draft.rows = Math.max(FRAME + 1, height);
        });
        return sized.looking(sized.listing().at(sized.listing().cursor(), Math.max(sized.total(), 1), sized.room()));
    }

    /** A scene that is being changed. */
    static final class Draft {

        Contact contact;
        int columns;
        int rows;
        Tab tab;
        private Map<Tab, Listing> listings;
        private Map<Tab, Shown> shown;
        Overview latest;
        Trend trend;
        Opened opened;
        Shown page;
        Excerpt source;
        Prompt prompt;
        Mark mark;
        Difference change;
        boolean paused;
        boolean help;
        String message;

        private Draft(Scene from) {
            contact = from.contact;
            columns = from.columns;
            rows = from.rows;
            tab = from.tab;
            listings = from.listings;
            shown = from.shown;
            latest = from.latest;
            trend = from.trend;
            opened = from.opened;
            page = from.page;
            source = from.source;
            prompt = from.prompt;
            mark = from.mark;
            change = from.change;
            paused = from.paused;
            help = from.help;
            message = from.message;
        }

        void listings(Tab which, Listing listing) {
            Map<Tab, Listing> all = new EnumMap<>(listings);
            all.put(which, listing);
            listings = Map.copyOf(all);
        }

        private void shown(Tab which, Shown told) {
            Map<Tab, Shown> all = new EnumMap<>(Tab.class);
            all.putAll(shown);
            all.put(which, told);
            shown = Map.copyOf(all);
        }

        /** Forgets everything that was true of another process. */
        private void forget() {
            shown = Map.of();
            latest = null;
            trend = Trend.EMPTY;
            opened = null;
            page = null;
            source = null;
            mark = null;
            change = null;
            prompt = null;
            paused = false;
            Map<Tab, Listing> all = new EnumMap<>(Tab.class);
            listings.forEach((which, listing) -> all.put(which, listing.reset()));
            listings = Map.copyOf(all);
        }

        private Scene scene() {
            return new Scene(contact, columns, rows, tab, listings, shown, latest, trend, opened, page, source, prompt, mark,
                    change, paused, help, message);
        }
    }
}
