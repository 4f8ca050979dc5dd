// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.TaskRecord;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Source.Sighting;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The endings of one walk as they go by: one object stands for one after another.
 *
 * <p><b>Threads</b>: the one that walks. <b>Cost</b>: as for {@link LiveGlimpse}.
 */
final class EndedGlimpse extends RecordGlimpse {

    private final Consumer<Glimpse> visitor;
    private final Function<Ended, Sighting> drawer;
    private Ended ended;

    EndedGlimpse(Consumer<Glimpse> visitor, Function<Ended, Sighting> drawer, Places places, Clock clock) {
        super(places, clock);
        this.visitor = visitor;
        this.drawer = drawer;
    }

    void pass(Ended next) {
        ended = next;
        visitor.accept(this);
    }

    @Override
    TaskRecord record() {
        return ended.record();
    }

    @Override
    public long end() {
        return ended.record().endedAt() - clock.nanos();
    }

    @Override
    public String tally() {
        return ended.outcome() == null ? null : ended.outcome().word();
    }

    @Override
    public boolean system() {
        TaskRecord record = ended.record();
        return record.own() || Portraits.system(record, record.kind <= TaskRecord.VIRTUAL ? null : site(), null);
    }

    @Override
    public boolean folded() {
        return ended.record().kind == TaskRecord.FUTURE && places.dependent(ended.record());
    }

    @Override
    public Sighting sighting() {
        return drawer.apply(ended);
    }

    @Override
    public Kept keep() {
        Ended kept = ended;
        return () -> Optional.of(drawer.apply(kept));
    }
}
