// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.cancelled;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Pays the dues of one ship as soon as its bank confirms, which it never does. */
final class Payment implements Callable<Receipt> {

    private final String ship;
    private final long cents;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch confirmed = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Payment(String ship, long cents) {
        this.ship = ship;
        this.cents = cents;
    }

    @Override
    public Receipt call() throws InterruptedException {
        begun.countDown();
        try {
            confirmed.await();
            return new Receipt(ship, cents);
        } finally {
            over.countDown();
        }
    }

    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    void awaitEnd() throws InterruptedException {
        over.await();
    }
}
