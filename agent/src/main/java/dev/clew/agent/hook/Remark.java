// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What the application has said of one task: keys and values in turn, which are never changed but replaced.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: a copy of the task's few labels for each that is added.
 */
final class Remark extends AtomicReference<String[]> {

    private static final long serialVersionUID = 1;
    private static final String[] NONE = {};
    private static final int BASE_BYTES = 72;
    private static final int TEXT_BYTES = 44;

    Remark() {
        super(NONE);
    }

    /** Returns an estimate of the size of a key and its value. */
    static int bytes(String key, String value) {
        return 2 * TEXT_BYTES + key.length() + value.length();
    }

    /** Returns whether a further key would be one too many; there is always room for the name, whose key is empty. */
    boolean isFull(String key) {
        String[] pairs = get();
        int labels = pairs.length / 2 - (find(pairs, "") < 0 ? 0 : 1);
        return !key.isEmpty() && labels >= Remarks.MOST && find(pairs, key) < 0;
    }

    /** Puts a value in place of the one before, which it returns, or takes it away for null; null for none. */
    String put(String key, String value) {
        for (;;) {
            String[] before = get();
            int at = find(before, key);
            if (compareAndSet(before, value == null ? without(before, at) : with(before, at, key, value))) {
                return at < 0 ? null : before[at + 1];
            }
        }
    }

    /** Returns the value of a key, or null. */
    String value(String key) {
        String[] pairs = get();
        int at = find(pairs, key);
        return at < 0 ? null : pairs[at + 1];
    }

    long bytes() {
        long bytes = BASE_BYTES;
        String[] pairs = get();
        for (int i = 0; i < pairs.length; i += 2) {
            bytes += bytes(pairs[i], pairs[i + 1]);
        }
        return bytes;
    }

    private static int find(String[] pairs, String key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String[] with(String[] before, int at, String key, String value) {
        String[] after = new String[before.length + (at < 0 ? 2 : 0)];
        System.arraycopy(before, 0, after, 0, before.length);
        int place = at < 0 ? before.length : at;
        after[place] = key;
        after[place + 1] = value;
        return after;
    }

    private static String[] without(String[] before, int at) {
        if (at < 0) {
            return before;
        }
        String[] after = new String[before.length - 2];
        System.arraycopy(before, 0, after, 0, at);
        System.arraycopy(before, at + 2, after, at, after.length - at);
        return after;
    }
}
