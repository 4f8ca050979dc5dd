// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;

/** Makes tasks of the kinds that only newer JDKs have. */
public final class Modern {

    public static void main(String[] words) throws Exception {
        Script.run(Modern.class);
        System.exit(0);
    }

    static void startVirtual() {
        class Drifting extends Script.Held {}
        Thread.ofVirtual().name("drifter").start(new Drifting());
    }

    static void startUnnamed() {
        class Nameless extends Script.Held {}
        Thread.startVirtualThread(new Nameless());
    }

    static void failVirtual() throws Exception {
        Thread thread = Thread.ofVirtual().name("sinker").uncaughtExceptionHandler((t, e) -> {}).start(() -> {
            throw new IllegalStateException("sunk");
        });
        thread.join();
    }

    static void interruptVirtual() throws Exception {
        class Becalmed extends Script.Held {}
        Thread thread = Thread.ofVirtual().name("becalmed").uncaughtExceptionHandler((t, e) -> {})
                .start(new Becalmed());
        Script.await("Becalmed");
        Thread gust = Thread.ofVirtual().name("gust").start(thread::interrupt);
        gust.join();
        thread.join();
    }

    static void submitPerTask() {
        class SubmittedPerTask extends Script.Held {}
        Executors.newVirtualThreadPerTaskExecutor().submit(new SubmittedPerTask());
    }

    static void callPerTask() {
        class PerTaskCalled implements Callable<String> {
            @Override
            public String call() {
                Script.hold("PerTaskCalled");
                return "fine";
            }
        }
        Executors.newVirtualThreadPerTaskExecutor().submit(new PerTaskCalled());
    }

    static void executePerTask() {
        class PerTaskExecuted extends Script.Held {}
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("per-task-", 0).factory())
                .execute(new PerTaskExecuted());
    }

    static String failScope() throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(Modern::sibling);
            scope.fork(Modern::sibling);
            Script.await("sibling");
            scope.fork(Modern::broken);
            scope.join();
            return "joined";
        } catch (StructuredTaskScope.FailedException e) {
            return e.getCause().getMessage();
        }
    }

    private static String sibling() throws InterruptedException {
        Script.reached("sibling");
        Script.gate("sibling").await();
        return "fine";
    }

    private static String broken() {
        throw new IllegalStateException("no cabin left");
    }

    static void fork() {
        Thread.ofPlatform().name("owner").start(() -> {
            try (var scope = StructuredTaskScope.open()) {
                scope.fork(() -> {
                    Script.hold("subtask");
                    return "fine";
                });
                scope.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
