// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Ending;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.State;
import dev.clew.model.Word;
import dev.clew.monitor.Source.Sighting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The glimpse of a task that is drawn already.
 *
 * @param sighting the task
 */
record DrawnGlimpse(Sighting sighting) implements Glimpse {

    @Override
    public long id() {
        return sighting.task().id();
    }

    @Override
    public Kind kind() {
        return sighting.task().kind();
    }

    @Override
    public long creation() {
        return number(createdAt());
    }

    @Override
    public long end() {
        Ending ending = sighting.task().ending();
        return number(ending == null ? null : ending.at());
    }

    private static long number(Instant at) {
        return at == null ? Long.MIN_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    @Override
    public Instant createdAt() {
        return sighting.task().createdAt();
    }

    @Override
    public Frame site() {
        return sighting.task().site();
    }

    @Override
    public String tally() {
        State state = sighting.task().state();
        Ending ending = sighting.task().ending();
        Word word = state != State.ENDED ? state : ending == null ? null : ending.outcome();
        return word == null ? null : word.word();
    }

    @Override
    public boolean system() {
        return sighting.system();
    }

    @Override
    public boolean folded() {
        return sighting.folded();
    }

    @Override
    public Kept keep() {
        return () -> Optional.of(sighting);
    }
}
