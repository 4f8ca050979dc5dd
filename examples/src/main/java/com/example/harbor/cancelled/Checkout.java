// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.cancelled;

import com.example.harbor.Crew;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks a ship out: submits its payment, waits for the receipt, and cancels the payment when interrupted. */
record Checkout(Payment payment, ExecutorService payments) implements Callable<Receipt> {

    Checkout(Payment payment) {
        this(payment, Executors.newSingleThreadExecutor(new Crew("payment")));
    }

    @Override
    public Receipt call() throws ExecutionException, InterruptedException {
        Future<Receipt> receipt = payments.submit(payment);
        try {
            return receipt.get();
        } catch (InterruptedException e) {
            receipt.cancel(true);
            throw e;
        }
    }
}
