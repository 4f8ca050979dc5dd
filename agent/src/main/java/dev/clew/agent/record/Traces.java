// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Marks;
import dev.clew.agent.hook.Reception;
import dev.clew.agent.hook.Snapshot;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Frame;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Decodes stacks into frames that are shared, and forgets them when nothing refers to them any more.
 *
 * <p><b>Threads</b>: Clew's own, under this object's lock. <b>Cost</b>: some ten microseconds for a stack of forty
 * frames the first time; a decoded stack holds strings, no classes.
 */
final class Traces {

    private static final int FRAME_BYTES = 120;
    private static final int REFERENCE_BYTES = 4;
    private static final int ENTRY_BYTES = 96;
    /** So many methods of the application, from the creation outwards, may carry the annotation. */
    private static final int MARKABLE = 3;
    /** So many tasks back, at most, the nearest site is looked for. */
    private static final int NEAREST = 16;
    /** Where FutureTask calls its hook: what called this method is what a reader wants to see. */
    private static final String FINISHING = "finishCompletion";
    private static final String[] OWN = {"java.lang.Clew$", "dev.clew.agent.", "dev.clew.monitor."};

    private static final StackTraceElement[] NOTHING = new StackTraceElement[0];

    private final Sites sites;
    private final Map<Frame, WeakReference<Frame>> frames = new WeakHashMap<>();
    private final Map<List<Frame>, WeakReference<Trace>> traces = new HashMap<>();
    private final Map<Backtrace, WeakReference<StackTraceElement[]>> decoded = new HashMap<>();
    /** By identity, as arrays are: what a creation keeps is the array, which leads to no class of Clew. */
    private final Map<StackTraceElement[], Trace> byElements = new WeakHashMap<>();
    /** By identity: the stacks that an annotated method is on. */
    private final Set<StackTraceElement[]> marked = Collections.newSetFromMap(new WeakHashMap<>());
    private long references;
    private long numberBytes;

    Traces(Sites sites) {
        this.sites = sites;
    }

    /** Returns the stack of a creation, decoding it if nobody has. */
    synchronized Trace of(Creation creation) {
        if (creation.work instanceof Class<?> work) {
            creation.marked |= Marks.onWork(work);
            creation.work = work.getName();
        }
        if (creation.stack != null) {
            return known(creation.stack);
        }
        StackTraceElement[] elements = elements(creation.raw);
        creation.marked |= marked.contains(elements);
        creation.stack = elements;
        creation.raw = null;
        return known(elements);
    }

    /** Returns the first frame of the application on the way back to the root, or null. */
    Frame site(TaskRecord record) {
        TaskRecord at = record;
        for (int i = 0; i < NEAREST && at != null; i++) {
            Frame site = of(at.creation).site();
            if (site != null) {
                return site;
            }
            at = at.parent;
        }
        return null;
    }

    /** Returns the stack of an act, decoding it if nobody has. */
    synchronized Trace of(Act act) {
        if (act.stack != null) {
            return known(act.stack);
        }
        StackTraceElement[] elements = elements(act.raw);
        act.stack = elements;
        act.raw = null;
        return known(elements);
    }

    /** Returns where an interrupt was noticed, decoding it if nobody has. */
    synchronized Trace of(Reception reception) {
        if (reception.stack == null) {
            reception.stack = elements(reception.raw);
            reception.raw = null;
        }
        return known(reception.stack);
    }

    /** Decodes the stacks of the interrupts that were sent to a task. */
    void decode(Act interrupt) {
        for (Act at = interrupt; at != null; at = at.earlier) {
            of(at);
            Reception reception = at.reception();
            if (reception != null) {
                of(reception);
            }
        }
    }

    /** Returns the elements of a stack; the same array for the same place. */
    private StackTraceElement[] elements(Snapshot raw) {
        if (raw == null) {
            return NOTHING;
        }
        Backtrace numbers = Backtrace.of(raw);
        WeakReference<StackTraceElement[]> known = numbers == null ? null : decoded.get(numbers);
        StackTraceElement[] elements = known == null ? null : known.get();
        if (elements == null) {
            elements = raw.getStackTrace();
            if (marked(raw, elements)) {
                marked.add(elements);
            }
            if (numbers != null && decoded.put(numbers, new WeakReference<>(elements)) == null) {
                numberBytes += numbers.bytes() + ENTRY_BYTES;
            }
        }
        return elements;
    }

    /** Whether one of the first methods of the application on a stack is annotated. */
    private boolean marked(Snapshot raw, StackTraceElement[] elements) {
        List<Class<?>> classes = Backtrace.classes(raw);
        int looked = 0;
        for (int i = 0; i < Math.min(elements.length, classes.size()) && looked < MARKABLE; i++) {
            String type = elements[i].getClassName();
            if (!own(type) && sites.ofApplication(type)) {
                looked++;
                Class<?> owner = classes.get(i);
                if (owner.getName().equals(type) && Marks.onMethod(owner, elements[i].getMethodName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Trace known(StackTraceElement[] elements) {
        Trace known = byElements.get(elements);
        if (known == null) {
            known = decode(elements);
            byElements.put(elements, known);
        }
        return known;
    }

    /** Returns the frames of a stack, shared with equal ones. */
    synchronized Trace decode(StackTraceElement[] elements) {
        List<Frame> stack = new ArrayList<>(elements.length);
        for (StackTraceElement element : elements) {
            if (!own(element.getClassName()) && !(stack.isEmpty() && element.getMethodName().equals(FINISHING))) {
                stack.add(shared(new Frame(element.getClassName(), element.getMethodName(), element.getFileName(),
                        element.getLineNumber())));
            }
        }
        WeakReference<Trace> known = traces.get(stack);
        Trace trace = known == null ? null : known.get();
        if (trace == null) {
            trace = new Trace(List.copyOf(stack), sites.of(stack));
            references += traces.put(trace.frames(), new WeakReference<>(trace)) == null ? stack.size() : 0;
        }
        return trace;
    }

    private static boolean own(String type) {
        for (String prefix : OWN) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private Frame shared(Frame frame) {
        WeakReference<Frame> known = frames.get(frame);
        Frame shared = known == null ? null : known.get();
        if (shared == null) {
            shared = frame;
            frames.put(shared, new WeakReference<>(shared));
        }
        return shared;
    }

    /** Forgets stacks that no task refers to. */
    synchronized void sweep() {
        byElements.size(); // makes the map let go of what belonged to collected arrays
        traces.entrySet().removeIf(entry -> {
            boolean gone = entry.getValue().refersTo(null);
            references -= gone ? entry.getKey().size() : 0;
            return gone;
        });
        decoded.entrySet().removeIf(entry -> {
            boolean gone = entry.getValue().refersTo(null);
            numberBytes -= gone ? entry.getKey().bytes() + ENTRY_BYTES : 0;
            return gone;
        });
    }

    /** Returns an estimate of the bytes held. */
    synchronized long bytes() {
        return frames.size() * (long) FRAME_BYTES + references * REFERENCE_BYTES + traces.size() * (long) ENTRY_BYTES
                + numberBytes;
    }
}
