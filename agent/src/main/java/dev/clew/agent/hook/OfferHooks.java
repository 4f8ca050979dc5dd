// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.CompletableFuture;

/**
 * Called where {@code CompletableFuture} hands a new asynchronous stage to its executor, which may refuse it: nobody
 * gets the future then.
 *
 * <p><b>Threads</b>: those that make stages. <b>Cost</b>: one short-lived object a stage.
 */
public final class OfferHooks {

    private OfferHooks() {}

    /** A new stage is about to be handed to its executor. */
    public static void offering(Object completion) {
        if (Recording.on) {
            try {
                CompletableFuture<?> future = WorkFields.dependent(completion);
                TaskRecord record = future != null && Slots.get(future) instanceof TaskRecord known ? known : null;
                Recording.current().hand(record, future); // no executor ever gets the future itself
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** The executor has a new stage. */
    public static void taken() {
        if (Recording.on) {
            try {
                Recording.current().handedOver();
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** The executor did not take a new stage; the function is null if that was never offered. */
    public static void refused(Object function, Throwable why) {
        if (function != null && !(why instanceof VirtualMachineError) && Recording.on) {
            try {
                Run offered = Recording.current().takeBack();
                if (offered != null && offered.key instanceof CompletableFuture && offered.task != null) {
                    Recording.end(offered.task, TaskRecord.REJECTED, why, Act.now(Act.REJECT));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }
}
