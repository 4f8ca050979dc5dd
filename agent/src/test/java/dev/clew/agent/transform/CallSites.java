// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.List;

/** Calls of {@code Runnable.run} in the places where compilers put them; each method tells what it did. */
@SuppressWarnings("finally")
public class CallSites {

    private final String made;

    /** Calls within the arguments of {@code super(...)}'s kin, and after it. */
    public CallSites(Runnable work, List<Object> told) {
        this(told(work, told));
        work.run();
        told.add("constructed");
    }

    private CallSites(String made) {
        this.made = made;
    }

    private static String told(Runnable work, List<Object> told) {
        work.run();
        told.add("before this()");
        return "made";
    }

    /** Constructs. */
    public static Object construction(Runnable work, List<Object> told) {
        return new CallSites(work, told).made;
    }

    /** Straight on. */
    public static Object plain(Runnable work, List<Object> told) {
        told.add("before");
        work.run();
        told.add("after");
        return 1;
    }

    /** Inside try, catch and finally. */
    public static Object guarded(Runnable work, List<Object> told) {
        try {
            work.run();
            told.add("tried");
        } catch (IllegalStateException e) {
            told.add(e.getMessage());
            work.run();
            told.add("caught");
        } finally {
            told.add("finally");
            work.run();
        }
        return 2;
    }

    /** The innermost handler that fits takes an exception. */
    public static Object nested(Runnable work, List<Object> told) {
        try {
            try {
                work.run();
            } catch (IllegalStateException inner) {
                told.add("inner");
                throw new IllegalArgumentException(inner);
            }
        } catch (RuntimeException outer) {
            told.add("outer " + outer.getClass().getName());
        }
        return 3;
    }

    /** A finally that returns swallows everything. */
    public static Object swallowed(Runnable work, List<Object> told) {
        try {
            work.run();
        } finally {
            told.add("finally");
            return 4;
        }
    }

    /** In loops, with a long and a double in the locals. */
    public static Object loops(Runnable work, List<Object> told) {
        long sum = 1L << 40;
        for (int i = 0; i < 3; i++) {
            double half = i / 2.0;
            work.run();
            sum += (long) (half * 2);
            int at = i;
            while (at-- > 0) {
                float quarter = at / 4f;
                work.run();
                told.add(quarter);
            }
        }
        return sum;
    }

    /** With operands below the receiver. */
    public static Object operands(Runnable work, List<Object> told) {
        return sum(5L, told, 2.5, answer(work, told), (byte) 3);
    }

    private static Object sum(long a, List<Object> told, double b, int c, byte d) {
        told.add(a + b + c + d);
        return a + b + c + d;
    }

    private static int answer(Runnable work, List<Object> told) {
        Object[] grid = new Object[3];
        int[][] numbers = new int[2][2];
        numbers[1][0] = run(work);
        grid[2] = numbers;
        told.add(numbers[1][0]);
        return 42;
    }

    private static int run(Runnable work) {
        work.run();
        return 7;
    }

    /** While locks are held. */
    public static Object locked(Runnable work, List<Object> told) {
        synchronized (told) {
            synchronized (work) {
                work.run();
            }
            told.add(Thread.holdsLock(work));
        }
        return Thread.holdsLock(told);
    }

    /** In the branches of a conditional. */
    public static Object branches(Runnable work, List<Object> told) {
        for (int i = 0; i < 5; i++) {
            switch (i) {
                case 0:
                    work.run();
                    break;
                case 1:
                    Object late = i > 0 ? "late" : told;
                    work.run();
                    told.add(late);
                    continue;
                case 3:
                    return "three";
                default:
                    told.add(i);
            }
        }
        return "never";
    }

    /** Of several receivers, one after the other, with null in a local. */
    public static Object several(Runnable work, List<Object> told) {
        Runnable none = null;
        Runnable[] all = {work, work};
        for (Runnable each : all) {
            each.run();
        }
        try {
            none.run();
        } catch (NullPointerException expected) {
            told.add("null");
        }
        return all.length;
    }
}
