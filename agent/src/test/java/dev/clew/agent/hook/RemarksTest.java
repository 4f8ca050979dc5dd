// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the application says of its tasks: scoped, bounded, and gone with the task. */
@ExtendWith(Attached.class)
class RemarksTest {

    @AfterEach
    void makeRoom() {
        Remarks.bound(8L << 20);
    }

    @Test
    void aTaskHasWhatWasSaidOfItAndNoOtherTaskHas() {
        TaskRecord order = placed();
        TaskRecord other = placed();
        Remarks.say(order, "order", "17");
        Remarks.say(order, "customer", "acme");
        Remarks.say(order, "", "billing");

        assertThat(Remarks.of(order)).containsExactly("order", "17", "customer", "acme", "", "billing");
        assertThat(Remarks.name(order)).isEqualTo("billing");
        assertThat(Remarks.of(other)).isEmpty();
        assertThat(Remarks.name(other)).isNull();
    }

    @Test
    void whatIsTakenBackGivesWayToWhatWasSaidBefore() {
        TaskRecord order = placed();
        Object[] first = Remarks.say(order, "step", "pay");
        Object[] second = Remarks.say(order, "step", "ship");
        assertThat(Remarks.of(order)).containsExactly("step", "ship");

        Remarks.undo(second);
        assertThat(Remarks.of(order)).containsExactly("step", "pay");
        Remarks.undo(first);
        assertThat(Remarks.of(order)).isEmpty();
    }

    @Test
    void theSeventeenthLabelAndWhatIsTooLongAreCut() {
        TaskRecord order = placed();
        for (int i = 0; i < Remarks.MOST; i++) {
            Remarks.say(order, "key" + i, "v");
        }
        Remarks.say(order, "one too many", "v");
        Remarks.say(order, "", "name");
        Remarks.say(order, "one too many", "v");
        Remarks.say(order, "key3", "x".repeat(1_000));

        assertThat(Remarks.of(order)).hasSize(2 * (Remarks.MOST + 1)).doesNotContain("one too many");
        assertThat(Remarks.of(order)[7]).hasSize(Remarks.LONGEST_VALUE).endsWith("…");
        assertThat(Remarks.droppedCount()).isEqualTo(2);
    }

    @Test
    void thereIsRoomForSoManyBytesAndNoMore() {
        Remarks.bound(10_000);
        List<TaskRecord> records = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            TaskRecord record = placed();
            records.add(record);
            Remarks.say(record, "order", Integer.toString(i));
        }
        assertThat(Remarks.bytes()).isBetween(10_000L, 11_000L);
        assertThat(Remarks.droppedCount()).isGreaterThan(850);

        records.forEach(record -> record.settle(false));
        Remarks.recount(records.stream().mapToLong(Remarks::bytes).sum(), Remarks.bytes());
        assertThat(Remarks.bytes()).isZero();
        assertThat(Remarks.say(placed(), "order", "17")).isNotNull();
    }

    @Test
    void anEndedTaskTakesNoMore() {
        TaskRecord order = placed();
        Remarks.say(order, "order", "17");
        Recording.end(order, TaskRecord.RETURNED, null, null);

        assertThat(Remarks.say(order, "late", "1")).isNull();
        assertThat(Remarks.of(order)).containsExactly("order", "17");
        order.settle(false);
        assertThat(Remarks.of(order)).isEmpty();
    }

    @Test
    void whatWasSaidToAnEarlierAttachmentIsNotTakenBackInALaterOne() {
        TaskRecord order = placed();
        Object[] said = Remarks.say(order, "order", "17");
        Harvest.finish();
        assertThat(Remarks.say("order", "18")).isNull();
        Harvest.begin(false, null);

        Remarks.undo(said);
        assertThat(Remarks.of(order)).isEmpty();
        assertThat(Remarks.bytes()).isZero();
    }

    @Test
    void manyThreadsSayDifferentThingsOfOneTask() throws InterruptedException {
        TaskRecord order = placed();
        Attached.together(4, number -> {
            for (int i = 0; i < 2_000; i++) {
                Object[] said = Remarks.say(order, "key" + number, Integer.toString(i));
                if (i % 2 == 0) {
                    Remarks.undo(said);
                }
            }
        });

        assertThat(Remarks.of(order)).containsExactlyInAnyOrder("key0", "1999", "key1", "1999", "key2", "1999", "key3",
                "1999");
    }

    private static TaskRecord placed() {
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, "work");
        return record;
    }
}
