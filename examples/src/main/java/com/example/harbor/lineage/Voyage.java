// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.lineage;

import com.example.harbor.Crew;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A voyage that is scheduled, then loaded, then waits for a tide that does not come. */
public final class Voyage implements Pathology {

    private final ScheduledExecutorService timetable = Executors.newScheduledThreadPool(1, new Crew("timetable"));
    private final ExecutorService cranes = Executors.newSingleThreadExecutor(new Crew("crane"));
    private final ThreadFactory pilots = VirtualThreads.named("pilot");
    private final CountDownLatch aboard = new CountDownLatch(1);
    private final CountDownLatch tide = new CountDownLatch(1);

    public static void main(String[] args) {
        Mooring.hold(new Voyage());
    }

    @Override
    public void unfold() throws Exception {
        Future<Future<?>> departure = timetable.schedule(this::prepare, 1, TimeUnit.MILLISECONDS);
        departure.get().get();
        aboard.await();
    }

    private Future<?> prepare() {
        return cranes.submit(this::load);
    }

    private void load() {
        pilots.newThread(this::awaitTide).start();
    }

    private void awaitTide() {
        aboard.countDown();
        try {
            tide.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
