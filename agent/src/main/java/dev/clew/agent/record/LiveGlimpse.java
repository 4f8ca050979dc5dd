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
 * The live tasks of one walk as they go by: one object stands for one after another.
 *
 * <p><b>Threads</b>: the one that walks. <b>Cost</b>: a few loads a task; nothing is allocated for one that is only
 * counted.
 */
final class LiveGlimpse extends RecordGlimpse implements Consumer<TaskRecord> {

    private final Consumer<Glimpse> visitor;
    private final Function<TaskRecord, Sighting> drawer;
    private TaskRecord record;

    LiveGlimpse(Consumer<Glimpse> visitor, Function<TaskRecord, Sighting> drawer, Places places, Clock clock) {
        super(places, clock);
        this.visitor = visitor;
        this.drawer = drawer;
    }

    @Override
    public void accept(TaskRecord next) {
        record = next;
        visitor.accept(this);
    }

    @Override
    TaskRecord record() {
        return record;
    }

    @Override
    public long end() {
        return Long.MIN_VALUE;
    }

    @Override
    public String tally() {
        return Portraits.state(record, record.runner()).word();
    }

    @Override
    public boolean system() {
        if (record.own() || record.kind == TaskRecord.VIRTUAL) {
            return record.own(); // no group, name or work of a virtual thread is the JVM's
        }
        return Portraits.system(record, record.kind == TaskRecord.THREAD ? null : site(), record.runner());
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
