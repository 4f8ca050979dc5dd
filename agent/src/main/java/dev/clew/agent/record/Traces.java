// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Snapshot;
import dev.clew.model.Frame;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private static final String[] OWN = {"java.lang.Clew$", "dev.clew.agent.", "dev.clew.monitor."};

    private final Sites sites;
    private final Map<Frame, WeakReference<Frame>> frames = new WeakHashMap<>();
    private final Map<List<Frame>, WeakReference<Trace>> traces = new HashMap<>();
    private long references;

    Traces(Sites sites) {
        this.sites = sites;
    }

    /** Returns the stack of a creation, decoding it if nobody has. */
    synchronized Trace of(Creation creation) {
        if (creation.stack instanceof Trace trace) {
            return trace;
        }
        Snapshot raw = creation.raw;
        Trace trace = raw == null ? Trace.EMPTY : decode(raw.getStackTrace());
        if (creation.work instanceof Class<?> work) {
            creation.work = WorkNames.of(work);
        }
        creation.stack = trace;
        creation.raw = null;
        return trace;
    }

    /** Returns the stack of an act, decoding it if nobody has. */
    synchronized Trace of(Act act) {
        if (act.stack instanceof Trace trace) {
            return trace;
        }
        Snapshot raw = act.raw;
        Trace trace = raw == null ? Trace.EMPTY : decode(raw.getStackTrace());
        act.stack = trace;
        act.raw = null;
        return trace;
    }

    /** Returns the frames of a stack, shared with equal ones. */
    synchronized Trace decode(StackTraceElement[] elements) {
        List<Frame> decoded = new ArrayList<>(elements.length);
        for (StackTraceElement element : elements) {
            if (!own(element.getClassName())) {
                decoded.add(shared(new Frame(element.getClassName(), element.getMethodName(), element.getFileName(),
                        element.getLineNumber())));
            }
        }
        WeakReference<Trace> known = traces.get(decoded);
        Trace trace = known == null ? null : known.get();
        if (trace == null) {
            trace = new Trace(List.copyOf(decoded), sites.of(decoded));
            traces.put(trace.frames(), new WeakReference<>(trace));
            references += decoded.size();
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
        Iterator<Map.Entry<List<Frame>, WeakReference<Trace>>> entries = traces.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<List<Frame>, WeakReference<Trace>> entry = entries.next();
            if (entry.getValue().refersTo(null)) {
                references -= entry.getKey().size();
                entries.remove();
            }
        }
    }

    /** Returns an estimate of the bytes held. */
    synchronized long bytes() {
        return frames.size() * (long) FRAME_BYTES + references * REFERENCE_BYTES + traces.size() * 96L;
    }
}
