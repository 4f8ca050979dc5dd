// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.promise;

import com.example.harbor.Eventually;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import java.util.concurrent.CompletableFuture;

/** A permit that a captain waits for and no office ever grants. */
public final class BerthPermit implements Pathology {

    private CompletableFuture<Integer> berth;

    public static void main(String[] args) {
        Mooring.hold(new BerthPermit());
    }

    @Override
    public void unfold() throws Exception {
        berth = new CompletableFuture<>();
        Thread captain = new Thread(this::dock, "captain");
        captain.setDaemon(true);
        captain.start();
        Eventually.holds("captain waiting", () -> berth.getNumberOfDependents() > 0);
    }

    private void dock() {
        berth.join();
    }
}
