// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.structured;

import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;

/** A trip whose cabin is sold out, so that the scope cancels the meal and the taxi that were being booked beside it. */
public final class TripBooking implements Pathology {

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch over = new CountDownLatch(2);
    private final CountDownLatch confirmed = new CountDownLatch(1);

    public static void main(String[] args) {
        Mooring.hold(new TripBooking());
    }

    @Override
    public void unfold() throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(this::bookMeal);
            scope.fork(this::bookTaxi);
            scope.fork(this::bookCabin);
            scope.join();
        } catch (StructuredTaskScope.FailedException e) {
            over.await();
        }
    }

    private String bookMeal() throws InterruptedException {
        return confirm("meal");
    }

    private String bookTaxi() throws InterruptedException {
        return confirm("taxi");
    }

    private String bookCabin() throws InterruptedException {
        begun.await();
        throw new IllegalStateException("no cabin left");
    }

    private String confirm(String booking) throws InterruptedException {
        begun.countDown();
        try {
            confirmed.await();
            return booking;
        } finally {
            over.countDown();
        }
    }
}
