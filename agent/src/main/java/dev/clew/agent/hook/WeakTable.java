// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

/**
 * Something known of objects of the application by their identity, without holding them.
 *
 * <p><b>Threads</b>: any thread finds and adds; one thread of Clew at a time sweeps. <b>Consistency</b>: what a
 * thread added it finds; entries of one object are found newest first. <b>Cost</b>: an identity hash and a short walk;
 * no lock, no reference queue, no {@code equals} or {@code hashCode} of the application.
 */
public final class WeakTable<V> {

    /** An entry: a weak reference to the object, and what is known of it. */
    public static final class Entry<V> extends WeakReference<Object> {
        final int hash;
        final V value;
        volatile Entry<V> next;

        Entry(Object object, int hash, V value) {
            super(object);
            this.hash = hash;
            this.value = value;
        }

        /** Whether this is no entry but a seal: the slot takes no more, and what it had is behind. */
        boolean seals() {
            return value == null;
        }
    }

    private static final int FIRST_SIZE = 1 << 10;
    private static final int CROWDED = 2;

    private static final class Buckets<V> {
        final AtomicReferenceArray<Entry<V>> heads;
        volatile Buckets<V> previous;

        Buckets(int size, Buckets<V> previous) {
            this.heads = new AtomicReferenceArray<>(size);
            this.previous = previous;
        }

        int slot(int hash) {
            return (hash ^ (hash >>> 15)) & (heads.length() - 1);
        }

        /** Makes a slot take no more entries; returns those it has. */
        Entry<V> seal(int slot) {
            Entry<V> seal = new Entry<>(null, 0, null);
            for (;;) {
                Entry<V> head = heads.get(slot);
                if (head != null && head.seals()) {
                    return head.next;
                }
                seal.next = head;
                if (heads.compareAndSet(slot, head, seal)) {
                    return head;
                }
            }
        }
    }

    private volatile Buckets<V> buckets = new Buckets<>(FIRST_SIZE, null);
    private final AtomicInteger size = new AtomicInteger();

    /** Returns the newest value of an object that the predicate accepts, or null. */
    V find(Object object, Predicate<V> accepts) {
        int hash = System.identityHashCode(object);
        for (Buckets<V> b = buckets; b != null; b = b.previous) {
            for (Entry<V> e = b.heads.get(b.slot(hash)); e != null; e = e.next) {
                if (e.hash == hash && e.refersTo(object) && (accepts == null || accepts.test(e.value))) {
                    return e.value;
                }
            }
        }
        return null;
    }

    /** Returns the oldest value of an object that the predicate accepts, or null. */
    V oldest(Object object, Predicate<V> accepts) {
        int hash = System.identityHashCode(object);
        V oldest = null;
        for (Buckets<V> b = buckets; b != null; b = b.previous) {
            for (Entry<V> e = b.heads.get(b.slot(hash)); e != null; e = e.next) {
                if (e.hash == hash && e.refersTo(object) && accepts.test(e.value)) {
                    oldest = e.value;
                }
            }
        }
        return oldest;
    }

    /** Returns the newest value of an object, or null. */
    V find(Object object) {
        return find(object, null);
    }

    /** Adds a value beside those that the object may have. */
    Entry<V> add(Object object, V value) {
        Entry<V> entry = new Entry<>(object, System.identityHashCode(object), value);
        for (;;) {
            Buckets<V> b = buckets;
            int slot = b.slot(entry.hash);
            if (put(b, slot, b.heads.get(slot), entry)) {
                return entry;
            }
        }
    }

    /** Adds a value unless the object has one. */
    V addIfAbsent(Object object, V value) {
        return addIfAbsent(object, value, null);
    }

    /** Adds a value unless the object has one that the predicate accepts; returns the one it has then. */
    V addIfAbsent(Object object, V value, Predicate<V> accepts) {
        Entry<V> entry = new Entry<>(object, System.identityHashCode(object), value);
        for (;;) {
            Buckets<V> b = buckets;
            Buckets<V> before = b.previous;
            if (before != null) {
                before.seal(before.slot(entry.hash)); // or another thread could still add there, unseen
            }
            int slot = b.slot(entry.hash);
            Entry<V> head = b.heads.get(slot);
            V known = find(object, accepts);
            if (known != null) {
                return known;
            }
            if (put(b, slot, head, entry)) {
                return value;
            }
        }
    }

    private boolean put(Buckets<V> b, int slot, Entry<V> head, Entry<V> entry) {
        if (head != null && head.seals()) {
            return false; // the table has grown meanwhile
        }
        entry.next = head;
        if (!b.heads.compareAndSet(slot, head, entry)) {
            return false;
        }
        size.incrementAndGet();
        return true;
    }

    /** Returns how many entries there are, cleared ones that were not swept yet included. */
    public int size() {
        return size.get();
    }

    /** Whether a walk for one object has become long, so that it is time to sweep. */
    boolean crowded() {
        return crowded(buckets);
    }

    private boolean crowded(Buckets<V> b) {
        return size.get() > CROWDED * b.heads.length();
    }

    /** Takes out what is cleared or stale, and grows when crowded; one thread at a time. */
    public synchronized void sweep(Predicate<V> stale) {
        Buckets<V> b = buckets;
        if (b.previous != null) {
            move(b.previous, b);
            b.previous = null;
        }
        for (int i = 0; i < b.heads.length(); i++) {
            prune(b, i, stale);
        }
        if (crowded(b)) {
            buckets = new Buckets<>(b.heads.length() * 4, b);
        }
    }

    /** Puts older entries behind the newer ones. */
    private void move(Buckets<V> from, Buckets<V> to) {
        for (int i = 0; i < from.heads.length(); i++) {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Entry<V>[] last = new Entry[to.heads.length() / from.heads.length()];
            for (Entry<V> e = from.seal(i); e != null; e = e.next) {
                Object object = e.get();
                if (object == null) {
                    size.decrementAndGet();
                    continue;
                }
                Entry<V> copy = new Entry<>(object, e.hash, e.value);
                int slot = to.slot(e.hash);
                int part = slot / from.heads.length();
                append(to, slot, last[part], copy);
                last[part] = copy;
            }
        }
    }

    private void append(Buckets<V> to, int slot, Entry<V> last, Entry<V> entry) {
        Entry<V> at = last;
        if (at == null) {
            if (to.heads.compareAndSet(slot, null, entry)) {
                return;
            }
            at = to.heads.get(slot);
            while (at.next != null) {
                at = at.next;
            }
        }
        at.next = entry; // only the one thread that sweeps changes what is behind a head
    }

    private void prune(Buckets<V> b, int slot, Predicate<V> stale) {
        Entry<V> before = null;
        for (Entry<V> e = b.heads.get(slot); e != null; e = e.next) {
            if (!e.refersTo(null) && !stale.test(e.value)) {
                before = e;
                continue;
            }
            if (before != null) {
                before.next = e.next;
                size.decrementAndGet();
            } else if (b.heads.compareAndSet(slot, e, e.next)) {
                size.decrementAndGet();
            } else {
                before = e; // newer entries came in front: the next sweep gets it
            }
        }
    }
}
