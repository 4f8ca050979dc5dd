// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks that end many others, of which some don't stop. */
public final class FanOut {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ExecutorService NARROW = Executors.newSingleThreadExecutor();

    public static void main(String[] words) throws Exception {
        Script.run(FanOut.class);
        System.exit(0);
    }

    private static final class Obedient extends Script.Held {}

    private static final class Stubborn implements Runnable {
        @Override
        public void run() {
            swallow("Stubborn");
        }
    }

    private static void swallow(String name) {
        Script.reached(name);
        while (Script.gate(name).getCount() > 0) {
            try {
                Script.gate(name).await();
            } catch (InterruptedException e) {
                Script.reached(name + " was interrupted");
            }
        }
    }

    private static final class Canceller implements Runnable {
        @Override
        public void run() {
            Future<?> obedient = POOL.submit(new Obedient());
            Future<?> stubborn = POOL.submit(new Stubborn());
            Thread swallower = new Thread(() -> swallow("swallower"), "swallower");
            swallower.start();
            try {
                Script.await("Obedient");
                Script.await("Stubborn");
                Script.await("swallower");
                obedient.cancel(true);
                stubborn.cancel(true);
                swallower.interrupt();
                Script.await("Stubborn was interrupted");
                Script.await("swallower was interrupted");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Script.hold("Canceller");
        }
    }

    static void cancelThree() throws Exception {
        POOL.submit(new Canceller());
        Script.await("Canceller");
    }

    private static final class Drizzle implements Runnable {
        @Override
        public void run() {}
    }

    private static final class Stormer implements Runnable {

        private final int count;

        Stormer(int count) {
            this.count = count;
        }

        @Override
        public void run() {
            NARROW.execute(() -> swallow("narrow"));
            List<Future<?>> queued = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                queued.add(NARROW.submit(new Drizzle()));
            }
            queued.forEach(future -> future.cancel(true));
            Script.reached("storm");
        }
    }

    static void storm(String count) throws Exception {
        POOL.submit(new Stormer(Integer.parseInt(count)));
        Script.await("storm");
    }
}
