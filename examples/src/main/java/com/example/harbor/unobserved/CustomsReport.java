// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.unobserved;

import com.example.harbor.Eventually;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A report whose duty is computed in the background, fails on a cargo without a tariff, and is never asked for. */
public final class CustomsReport implements Pathology {

    private static final Map<String, Long> TARIFFS = Map.of("grain", 120L, "timber", 340L);

    private CompletableFuture<Long> duty;

    public static void main(String[] args) {
        Mooring.hold(new CustomsReport());
    }

    @Override
    public void unfold() throws Exception {
        duty = CompletableFuture.supplyAsync(() -> assess("amber", 12));
        Eventually.holds("duty assessed", () -> duty.isDone());
    }

    private static long assess(String cargo, long tons) {
        Long tariff = TARIFFS.get(cargo);
        if (tariff == null) {
            throw new IllegalStateException("no tariff for " + cargo);
        }
        return tariff * tons;
    }
}
