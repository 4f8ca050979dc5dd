// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Source.Sighting;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The live tasks of one walk as they go by: one object stands for one after another.
 *
 * <p><b>Threads</b>: the one that walks. <b>Cost</b>: a few loads a task; nothing is allocated for one that is only
 * counted.
 */
final class LiveGlimpse implements Glimpse, Consumer<TaskRecord> {

    private static final Kind[] KINDS = Kind.values();

    private final Consumer<Glimpse> visitor;
    private final Function<TaskRecord, Sighting> drawer;
    private final Places places;
    private final Clock clock;
    private TaskRecord record;

    LiveGlimpse(Consumer<Glimpse> visitor, Function<TaskRecord, Sighting> drawer, Places places, Clock clock) {
        this.visitor = visitor;
        this.drawer = drawer;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public void accept(TaskRecord next) {
        record = next;
        visitor.accept(this);
    }

    @Override
    public long id() {
        return record.id;
    }

    @Override
    public Kind kind() {
        return KINDS[record.kind];
    }

    /** Returns how long after the least number it was made: clocks that go over their limit must not matter. */
    @Override
    public long creation() {
        if (record.createdAt != 0) {
            return record.createdAt - clock.nanos();
        }
        return record.creation.capture == Creation.ROOT ? Long.MIN_VALUE + 1 : Long.MIN_VALUE;
    }

    @Override
    public long end() {
        return Long.MIN_VALUE;
    }

    @Override
    public Instant createdAt() {
        return Portraits.created(record, clock);
    }

    @Override
    public Frame site() {
        return places.site(record);
    }

    @Override
    public String tally() {
        return Portraits.state(record, thread()).word();
    }

    private Thread thread() {
        return record instanceof ThreadRecord ? (Thread) record.object() : record.runner();
    }

    @Override
    public boolean system() {
        if (record.own() || record.kind == TaskRecord.VIRTUAL) {
            return record.own(); // no group, name or work of a virtual thread is the JVM's
        }
        return Portraits.system(record, record.kind == TaskRecord.THREAD ? null : site(), thread());
    }

    @Override
    public boolean folded() {
        return record.kind == TaskRecord.FUTURE && Portraits.passing(record) && places.dependent(record)
                && !Waits.hasWaiter(record);
    }

    @Override
    public Sighting sighting() {
        return drawer.apply(record);
    }

    @Override
    public Kept keep() {
        TaskRecord kept = record;
        return () -> kept.ended() ? Optional.empty() : Optional.of(drawer.apply(kept));
    }
}
