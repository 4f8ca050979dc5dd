// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

/**
 * What the design wants of a price.
 *
 * @param text how the design says it
 * @param limit what the price must not exceed, or not fall below
 * @param floor whether the price must not fall below the limit
 * @param why what makes it miss
 */
record Goal(String text, double limit, boolean floor, String why) {

    private static final String RECORDS = "the time of a creation alone takes some twenty nanoseconds, two atomic"
            + " operations end a record, and stores into old objects pass a barrier of the garbage collector";
    private static final String WALK = "an answer walks all live tasks and makes each one presentable";

    static final Goal SETTLED_THREAD = new Goal("+50 ns", 50, RECORDS);
    static final Goal EXACT_THREAD = new Goal("1.15", 1.15, "beside the stack itself, several frames deeper, each"
            + " creation allocates a record, waits in a queue, and is decoded and"
            + " kept by the recorder, on the second core and by the garbage collector");
    static final Goal SUBMISSION = new Goal("+80 ns", 80, RECORDS);
    static final Goal STAGE = new Goal("+40 ns", 40, RECORDS);
    static final Goal SWITCH = new Goal("+0 ns", 0, "each mount is a fork/join task to the JVM, and passes hooks that"
            + " turn away");
    static final Goal UNHOOKED = new Goal("+0 ns", 0, "there is no hook here; what is left is the layout of the code"
            + " and of the heap");
    static final Goal THROUGHPUT = new Goal("at least 0.98", 0.98, true, "a request of this service is little more"
            + " than the tasks that it makes, each with its record and its stack");
    static final Goal START = new Goal("+80 ms", 80, "the classes of the agent are loaded and verified from its own"
            + " loader, without class-data sharing, and the JVM's classes are changed while code is interpreted");
    static final Goal ARCHIVE = new Goal("no fewer", 0, true, "the JVM gave up its archive of classes");
    static final Goal MEMORY = new Goal("48 B", 48, "a record holds more than the settled one of the design");
    static final Goal CHURNED_MEMORY = new Goal("48 B", 48, "a record holds more than the settled one of the design");
    static final Goal CREATORS = new Goal("no more", 50, "all creators share a word of memory or a lock somewhere");
    static final Goal ATTACH = new Goal("400 ms at 1,000,000", 400, "the agent's classes are loaded, and"
            + " every thread that was there gets a record in a table, one after the other");
    static final Goal PAUSE = new Goal("50 ms at 1,000,000", 50, "garbage collections for the records of"
            + " the threads that were there stop the JVM, and so does the change of its classes");
    static final Goal LIST = new Goal("50 ms at 1,000,000", 50, WALK);
    static final Goal COUNTS = new Goal("150 ms at 1,000,000", 150, WALK);
    static final Goal CALM = new Goal("no pause at 1,000,000", 8, "an answer allocates for each live task, and the"
            + " garbage collector stops the application for that; beside the busy thread and the churn, the question"
            + " is a third thread on the cores");

    Goal(String text, double limit, String why) {
        this(text, limit, false, why);
    }

    String verdict(Samples price) {
        boolean all = floor ? price.min() >= limit : price.max() <= limit;
        boolean none = floor ? price.max() < limit : price.min() > limit;
        return all ? "yes" : none ? "no" : "within the noise";
    }

    /** Says by how much a price misses. */
    String much(Samples price) {
        double reached = price.median();
        if (floor) {
            return Samples.number(reached) + " where " + Samples.number(limit) + " is wanted";
        }
        return limit == 0 ? "by " + Samples.number(reached) : Samples.number(reached / limit) + " times the goal";
    }

    /** Returns the same goal where the size of the measurement does not decide it. */
    Goal undecided() {
        return new Goal(text, Double.NaN, floor, why);
    }
}
