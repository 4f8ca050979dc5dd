// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import dev.clew.api.PreserveTermination;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks whose endings are to be kept, and many more whose are not. */
public final class Preserved {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    public static void main(String[] words) throws Exception {
        Script.run(Preserved.class);
        System.exit(0);
    }

    @PreserveTermination
    static class Audit implements Runnable {
        @Override
        public void run() {
        }
    }

    private static final class NightlyAudit extends Audit {}

    private static final class Payment implements Runnable {
        @Override
        public void run() {
        }
    }

    private static final class Refund extends Script.Held {}

    private static final class Drop implements Runnable {
        @Override
        public void run() {
        }
    }

    static void audit() throws Exception {
        POOL.submit(new NightlyAudit()).get();
    }

    static void ledger() throws Exception {
        submit(books());
    }

    /** Holds the lambda; another method submits it. */
    @PreserveTermination
    private static Runnable books() {
        return () -> Script.reached("books");
    }

    private static void submit(Runnable work) throws Exception {
        POOL.submit(work).get();
    }

    @PreserveTermination
    static void pay() throws Exception {
        hand(new Payment());
    }

    private static void hand(Runnable work) throws Exception {
        POOL.submit(work).get();
    }

    static void refund() throws Exception {
        POOL.submit(new Refund());
        Script.await("Refund");
    }

    static void flood(String count) throws Exception {
        for (int i = Integer.parseInt(count); i > 0; i--) {
            POOL.submit(new Drop()).get();
        }
    }
}
