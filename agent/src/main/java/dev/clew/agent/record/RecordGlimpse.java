// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.monitor.Glimpse;
import java.time.Instant;

/**
 * What a walk sees of a task by its record, whether it lives or has ended.
 *
 * <p><b>Threads</b>: the one that walks. <b>Cost</b>: a few loads a task; nothing is allocated for one that is only
 * counted.
 */
abstract sealed class RecordGlimpse implements Glimpse permits LiveGlimpse, EndedGlimpse {

    private static final Kind[] KINDS = Kind.values();

    final Places places;
    final Clock clock;

    RecordGlimpse(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** Returns the record of the task that goes by. */
    abstract TaskRecord record();

    @Override
    public long id() {
        return record().id;
    }

    @Override
    public Kind kind() {
        return KINDS[record().kind];
    }

    /** Returns how long after the least number it was made: clocks that go over their limit must not matter. */
    @Override
    public long creation() {
        TaskRecord record = record();
        if (record.createdAt != 0) {
            return record.createdAt - clock.nanos();
        }
        return record.creation.capture == Creation.ROOT ? Long.MIN_VALUE + 1 : Long.MIN_VALUE;
    }

    @Override
    public Instant createdAt() {
        return Portraits.created(record(), clock);
    }

    @Override
    public Frame site() {
        return places.site(record());
    }
}
