// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a program alive once its pathologies have happened: it prints {@code ready}, then stays until its input ends
 * or {@code -Dharbor.stay} seconds (600 unless set) have passed, whichever comes first.
 */
public final class Mooring {

    private static final List<Pathology> MOORED = new ArrayList<>();

    private Mooring() {
    }

    /** Unfolds the pathologies in order, announces that they happened, and ends the JVM when the stay is over. */
    public static void hold(Pathology... pathologies) {
        int status = 0;
        try {
            for (Pathology pathology : pathologies) {
                MOORED.add(pathology);
                pathology.unfold();
            }
            System.out.println("ready");
            stay();
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static void stay() throws InterruptedException {
        Thread input = new Thread(Mooring::awaitEndOfInput, "mooring");
        input.setDaemon(true);
        input.start();
        input.join(Duration.ofSeconds(Math.max(1, Long.getLong("harbor.stay", 600))).toMillis());
    }

    private static void awaitEndOfInput() {
        try (InputStream input = System.in) {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that cannot be read has ended.
        }
    }
}
