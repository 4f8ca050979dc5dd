// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Interrupts tasks wherever they may be, and has them take note of it or not. */
public final class Interrupts {

    private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        Script.run(Interrupts.class);
        System.exit(0);
    }

    /** Something that a thread does. */
    interface Deed {
        void perform() throws Exception;
    }

    private static Thread start(String name, Deed deed) {
        Thread thread = new Thread(() -> {
            try {
                deed.perform();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, name);
        thread.start();
        return thread;
    }

    private static void interrupt(Thread victim) throws Exception {
        start("nagger", victim::interrupt).join();
    }

    private static void interruptWaiting(Thread victim) throws Exception {
        while (victim.getState() != Thread.State.WAITING && victim.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        interrupt(victim);
    }

    /** Waits in a monitor, is interrupted, and goes on. */
    static void waitInMonitor() throws Exception {
        Object monitor = new Object();
        Thread victim = start("waiter", () -> {
            synchronized (monitor) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    Script.reached("waiter");
                }
            }
            Script.hold("waiter-on");
        });
        interruptWaiting(victim);
        Script.await("waiter");
    }

    static void sleep() throws Exception {
        Thread victim = start("sleeper", () -> {
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException e) {
                Script.reached("sleeper");
            }
        });
        interruptWaiting(victim);
        victim.join();
    }

    static void sleepAndFail() throws Exception {
        Thread victim = start("fragile", () -> Thread.sleep(3_600_000));
        interruptWaiting(victim);
        victim.join();
    }

    static void lock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        start("locker", () -> {
            Thread.currentThread().interrupt();
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                Script.reached("locker");
            }
        }).join();
    }

    static void clear() throws Exception {
        Thread victim = start("deaf", () -> {
            while (!Thread.interrupted()) {
                Script.reached("deaf");
            }
            Script.hold("deaf-on");
        });
        Script.await("deaf");
        interrupt(victim);
        Script.await("deaf-on");
    }

    static void ignore() throws Exception {
        Thread victim = start("ignorer", () -> {
            Script.reached("ignorer");
            while (Script.gate("ignorer").getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        Script.await("ignorer");
        interrupt(victim);
    }

    static void park() throws Exception {
        Thread victim = start("parker", () -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
            }
            Script.reached("parker");
        });
        interruptWaiting(victim);
        victim.join();
    }

    /** Waits for a lock without heed to interrupts, and is interrupted before it gets the lock. */
    static void lockUnheeding() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread victim = start("unheeding", () -> {
            lock.lock();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Script.reached("unheeding");
            } finally {
                lock.unlock();
            }
        });
        interruptWaiting(victim);
        lock.unlock();
        victim.join();
    }

    static void restore() throws Exception {
        Thread victim = start("restorer", () -> {
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Script.reached("restorer");
        });
        interruptWaiting(victim);
        victim.join();
    }

    static void select() throws Exception {
        Selector selector = Selector.open();
        Thread victim = start("selecting", () -> {
            Script.reached("selecting");
            do {
                selector.select(); // returns at once if the interrupt was quicker
            } while (!Thread.currentThread().isInterrupted());
        });
        Script.await("selecting");
        interrupt(victim);
        victim.join();
        selector.close();
    }

    static void accept() throws Exception {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread victim = start("accepting", () -> {
            Script.reached("accepting");
            try {
                server.accept().close();
            } catch (ClosedByInterruptException e) {
                Script.reached("accept-closed");
            }
        });
        Script.await("accepting");
        interrupt(victim);
        victim.join();
    }

    /** Interrupts itself; nobody else does. */
    static void self() throws Exception {
        start("masochist", () -> {
            Thread.currentThread().interrupt();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Script.reached("masochist");
            }
        }).join();
    }

    /** Is interrupted ten times, and takes note each time. */
    static void nag() throws Exception {
        Thread victim = start("patient", () -> {
            int count = 0;
            while (count < 10) {
                try {
                    Thread.sleep(3_600_000);
                } catch (InterruptedException e) {
                    count++;
                    Script.reached("nagged" + count);
                }
            }
            Script.hold("patient-on");
        });
        for (int i = 1; i <= 10; i++) {
            interrupt(victim);
            Script.await("nagged" + i);
        }
        Script.await("patient-on");
    }

    /** Work in a pool takes note of the interrupt and returns; the next work on the thread knows nothing of it. */
    static void pool() throws Exception {
        class Interruptible implements Runnable {
            @Override
            public void run() {
                try {
                    Script.reached("Interruptible");
                    Script.gate("Interruptible").await();
                } catch (InterruptedException e) {
                    Script.reached("interruptible");
                }
            }
        }
        class Successor implements Runnable {
            @Override
            public void run() {
                Script.reached("Successor");
            }
        }
        Thread[] worker = new Thread[1];
        POOL.submit(() -> worker[0] = Thread.currentThread()).get();
        POOL.submit(new Interruptible());
        Script.await("Interruptible");
        interrupt(worker[0]);
        Script.await("interruptible");
        POOL.submit(new Successor()).get();
    }

    /** Throws an InterruptedException although nobody was interrupted. */
    static void pretend() throws Exception {
        start("pretender", () -> {
            throw new InterruptedException("pretended");
        }).join();
    }
}
