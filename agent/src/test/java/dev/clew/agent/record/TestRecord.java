// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.TaskRecord;

/** A record that is written by a test rather than by hooks. */
final class TestRecord {

    private final TaskRecord record = Hand.record(null);

    private TestRecord(long id) {
        record.id = id;
        Hand.publish(record, Hand.of(Creation.EXACT));
    }

    /** Begins a record with an id. */
    static TestRecord of(long id) {
        return new TestRecord(id);
    }

    TestRecord kind(byte kind) {
        record.kind = kind;
        return this;
    }

    TestRecord work(Object work) {
        record.creation.work = work;
        return this;
    }

    TestRecord endedAt(long nanos) {
        Hand.endedAt(record, nanos);
        return this;
    }

    TestRecord own() {
        Hand.own(record);
        return this;
    }

    TaskRecord done() {
        return record;
    }
}
