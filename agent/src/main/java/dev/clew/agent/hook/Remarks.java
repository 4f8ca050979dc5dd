// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the application says of its live tasks: a name, and labels, which are values by their keys.
 *
 * <p><b>Threads</b>: those of the application say it, the recorder reads it and takes it with the ending.
 * <b>Consistency</b>: a task that says something of itself and then ends has it at its end. <b>Cost</b>: nothing for a
 * task of which nothing is said; no lock.
 */
public final class Remarks {

    /** So many labels does a task have at most. */
    public static final int MOST = 16;
    /** A key has so many characters at most. */
    public static final int LONGEST_KEY = 40;
    /** A value has so many characters at most; what is longer is cut. */
    public static final int LONGEST_VALUE = 200;
    /** The key of the name. */
    private static final String NAME = "";
    private static final String[] NONE = {};
    private static final VarHandle REMARK;
    private static final AtomicLong BYTES = new AtomicLong();
    private static final AtomicLong DROPPED = new AtomicLong();
    private static volatile long room = 8L << 20;

    static {
        try {
            REMARK = MethodHandles.lookup().findVarHandle(Particulars.class, "remark", Remark.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Remarks() {}

    /**
     * Labels the current task, or names it if the key is empty.
     *
     * @return what {@link #undo} takes; null if nothing could be said
     */
    public static Object[] say(String key, String value) {
        return Recording.on ? say(Recording.currentTask(), key, value) : null;
    }

    static Object[] say(TaskRecord record, String key, String value) {
        String bounded = bounded(key, LONGEST_KEY);
        if (record.ended() || BYTES.get() > room) {
            DROPPED.incrementAndGet();
            return null;
        }
        Remark remark = remark(record.particulars());
        if (remark.isFull(bounded)) {
            DROPPED.incrementAndGet();
            return null;
        }
        String text = bounded(value, LONGEST_VALUE);
        BYTES.addAndGet(Remark.bytes(bounded, text));
        return new Object[] {record, bounded, remark.put(bounded, text)};
    }

    private static Remark remark(Particulars of) {
        Remark known = of.remark;
        if (known != null) {
            return known;
        }
        Remark fresh = new Remark();
        return REMARK.compareAndSet(of, null, fresh) ? fresh : of.remark;
    }

    /** Takes back what was said: what had been said before holds again. */
    public static void undo(Object[] said) {
        if (said[0] instanceof TaskRecord record && record.isPresent()) {
            Remark remark = known(record);
            if (remark != null) {
                remark.put((String) said[1], (String) said[2]);
            }
        }
    }

    /** Returns the name that the application gave a task; null if it gave none. */
    public static String name(TaskRecord record) {
        Remark remark = known(record);
        return remark == null ? null : remark.value(NAME);
    }

    /** Returns the labels of a task, keys and values in turn, perhaps with the name under an empty key. */
    public static String[] of(TaskRecord record) {
        Remark remark = known(record);
        return remark == null ? NONE : remark.get();
    }

    private static Remark known(TaskRecord record) {
        Particulars known = record.known();
        return known == null ? null : known.remark;
    }

    /** Bounds how many bytes may be held of what is said of live tasks. */
    public static void bound(long bytes) {
        room = bytes;
    }

    /** Returns how many bytes are held for live tasks, estimated; since the last {@link #recount} nothing was given up. */
    public static long bytes() {
        return BYTES.get();
    }

    /** Returns how many bytes are held for a task, estimated. */
    public static long bytes(TaskRecord record) {
        Remark remark = known(record);
        return remark == null ? 0 : remark.bytes();
    }

    /** Tells how many bytes were counted, where so many were held when the count began. */
    public static void recount(long counted, long before) {
        BYTES.addAndGet(counted - before);
    }

    /** Returns how many labels and names were not kept. */
    public static long droppedCount() {
        return DROPPED.get();
    }

    /** Forgets all counts, at the end of an attachment. */
    static void reset() {
        BYTES.set(0);
        DROPPED.set(0);
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + '…';
    }
}
