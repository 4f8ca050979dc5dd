// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Tasks that cancel each other and themselves, swallow interrupts, and come in crowds. */
public final class Quarrel {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final Future<?>[] FOES = new Future<?>[2];
    private static volatile Future<?> self;

    public static void main(String[] words) throws Exception {
        Script.run(Quarrel.class);
        System.exit(0);
    }

    private static final class Child extends Script.Held {}

    private static final class Parent implements Runnable {
        @Override
        public void run() {
            Future<?> child = POOL.submit(new Child());
            try {
                Script.await("Child");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            child.cancel(true);
            Script.hold("Parent");
        }
    }

    static void cancelChild() throws Exception {
        POOL.submit(new Parent());
        Script.await("Parent");
    }

    static void cancelSelf() throws Exception {
        class Suicidal implements Runnable {
            @Override
            public void run() {
                self.cancel(true);
                Script.reached("Suicidal");
            }
        }
        var task = new FutureTask<Void>(new Suicidal(), null);
        self = task;
        POOL.execute(task);
        Script.await("Suicidal");
    }

    private static final class Foe implements Runnable {

        private final int other;

        Foe(int other) {
            this.other = other;
        }

        @Override
        public void run() {
            Script.reached("Foe" + (1 - other));
            try {
                Script.await("Foe" + other);
                Script.gate("duel").await();
                FOES[other].cancel(false);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void cancelEachOther() throws Exception {
        FOES[0] = POOL.submit(new Foe(1));
        FOES[1] = POOL.submit(new Foe(0));
        Script.await("Foe0");
        Script.await("Foe1");
        Script.gate("duel").countDown();
        while (!FOES[0].isDone() || !FOES[1].isDone()) {
            Thread.onSpinWait();
        }
    }

    static void failDeeply() {
        POOL.submit(Quarrel::shallow);
    }

    private static void shallow() {
        deep();
    }

    private static void deep() {
        throw new IllegalStateException("deep down");
    }

    static void startStubborn() throws Exception {
        Thread stubborn = new Thread(Quarrel::swallow, "stubborn");
        stubborn.start();
        Script.await("stubborn");
    }

    private static void swallow() {
        while (Script.gate("stubborn").getCount() > 0) {
            Script.reached("stubborn");
            try {
                Script.gate("stubborn").await();
            } catch (InterruptedException e) {
                Script.reached("swallowed");
            }
        }
    }

    static void startSpiteful() throws Exception {
        class Spiteful extends Script.Held {}
        POOL.execute(new FutureTask<Void>(new Spiteful(), null) {
            @Override
            public boolean cancel(boolean interrupt) {
                throw new IllegalStateException("not me");
            }
        });
        Script.await("Spiteful");
    }

    static void startObedient() throws Exception {
        class Obedient extends Script.Held {}
        POOL.submit(new Obedient());
        Script.await("Obedient");
    }

    static void crowd(String count) throws Exception {
        for (int i = 0; i < Integer.parseInt(count); i++) {
            Thread worker = new Thread(() -> {}, "worker");
            worker.start();
            worker.join();
        }
    }

    static void flood(String count) throws Exception {
        class Drop implements Runnable {
            @Override
            public void run() {}
        }
        for (int i = 0; i < Integer.parseInt(count); i++) {
            POOL.submit(new Drop()).get();
        }
    }

    static String cancelFinished(String count) throws Exception {
        class Done implements Runnable {
            @Override
            public void run() {}
        }
        Future<?> done = POOL.submit(new Done());
        done.get();
        int cancelled = 0;
        for (int i = 0; i < Integer.parseInt(count); i++) {
            cancelled += done.cancel(true) ? 1 : 0;
        }
        return Integer.toString(cancelled);
    }
}
