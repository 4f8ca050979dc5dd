// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** A scheduled task submits a task, which starts a thread, which waits. */
public final class Voyage {

    private static ScheduledExecutorService timetable = Executors.newScheduledThreadPool(1);
    private static ExecutorService cranes = Executors.newSingleThreadExecutor();

    public static void main(String[] words) throws Exception {
        Script.run(Voyage.class);
        System.exit(0);
    }

    static void depart() throws Exception {
        timetable.schedule(new Preparing(), 1, TimeUnit.MILLISECONDS);
        Script.await("pilot");
    }

    private static final class Preparing implements Runnable {
        @Override
        public void run() {
            cranes.submit(new Loading());
            Script.hold("Preparing");
        }
    }

    private static final class Loading implements Runnable {
        @Override
        public void run() {
            factory().newThread(new Piloting()).start();
            Script.hold("Loading");
        }
    }

    private static final class Piloting implements Runnable {
        @Override
        public void run() {
            Script.hold("pilot");
        }
    }

    private static ThreadFactory factory() {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class).invoke(virtual, "pilot");
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException e) {
            return work -> new Thread(work, "pilot");
        }
    }

    static void dismissCranes() throws Exception {
        cranes.shutdown();
        cranes.awaitTermination(10, TimeUnit.SECONDS);
        cranes = null;
    }

    static void dismissTimetable() throws Exception {
        timetable.shutdown();
        timetable.awaitTermination(10, TimeUnit.SECONDS);
        timetable = null;
    }
}
