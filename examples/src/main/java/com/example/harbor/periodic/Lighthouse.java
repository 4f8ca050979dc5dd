// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.periodic;

import com.example.harbor.Crew;
import com.example.harbor.Eventually;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A light that should flash at a fixed rate, and has fuel for two flashes. */
public final class Lighthouse implements Pathology {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(new Crew("lighthouse"));
    private final Queue<String> fuel = new ArrayDeque<>(List.of("oil", "oil"));
    private ScheduledFuture<?> light;

    public static void main(String[] args) {
        Mooring.hold(new Lighthouse());
    }

    @Override
    public void unfold() throws Exception {
        light = clock.scheduleAtFixedRate(this::flash, 0, 20, TimeUnit.MILLISECONDS);
        Eventually.holds("light out", () -> light.isDone());
    }

    private void flash() {
        fuel.remove();
    }
}
