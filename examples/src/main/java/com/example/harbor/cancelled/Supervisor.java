// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.cancelled;

import com.example.harbor.Crew;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Cancels a checkout that takes too long, and with it, unknowingly, the payment under way. */
public final class Supervisor implements Pathology {

    private final ExecutorService checkouts = Executors.newSingleThreadExecutor(new Crew("checkout"));
    private final ExecutorService supervisors = Executors.newSingleThreadExecutor(new Crew("supervisor"));
    private final Payment payment = new Payment("Argo", 48_000);
    private Future<Receipt> checkout;

    public static void main(String[] args) {
        Mooring.hold(new Supervisor());
    }

    @Override
    public void unfold() throws Exception {
        checkout = checkouts.submit(new Checkout(payment));
        payment.awaitBegin();
        supervisors.submit(this::cancelLateCheckout).get();
        payment.awaitEnd();
    }

    private void cancelLateCheckout() {
        checkout.cancel(true);
    }
}
