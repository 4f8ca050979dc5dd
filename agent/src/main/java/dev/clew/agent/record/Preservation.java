// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Marks;
import dev.clew.model.Frame;
import dev.clew.model.answer.PatternList;
import java.util.ArrayList;
import java.util.List;

/**
 * Which endings the history limit passes over: those of tasks that the application marks by the annotation, and those
 * whose site, name or class matches a pattern.
 *
 * <p><b>Threads</b>: Clew's own; changed under this object's lock, read without one.
 */
public final class Preservation {

    private final List<String> option;
    private volatile List<Glob> patterns;

    /** Takes the patterns that the agent was started with. */
    public Preservation(List<String> globs) {
        option = List.copyOf(globs);
        List<Glob> distinct = new ArrayList<>();
        for (int i = 0; i < option.size(); i++) {
            if (option.indexOf(option.get(i)) == i) {
                distinct.add(Glob.of(option.get(i)));
            }
        }
        patterns = List.copyOf(distinct);
    }

    /** Returns whether this JDK lets the annotation be found. */
    public static boolean readsAnnotations() {
        return Marks.readable() && Backtrace.known();
    }

    /** Returns what preserves a task's ending: the annotation or else the first pattern that matches; or null. */
    String under(Creation creation, String name, Frame site) {
        if (creation.marked) {
            return PatternList.ANNOTATION;
        }
        List<Glob> globs = patterns;
        if (globs.isEmpty()) {
            return null;
        }
        String place = site == null ? null : site.className() + '.' + site.method();
        String type = type(creation.work);
        for (Glob glob : globs) {
            if (glob.matches(name) || place != null && glob.matches(place) || type != null && glob.matches(type)) {
                return glob.text();
            }
        }
        return null;
    }

    private static String type(Object work) {
        return work == null ? null : WorkNames.type(work instanceof Class<?> type ? type.getName() : (String) work);
    }

    synchronized void add(String pattern) {
        if (!patterns().contains(pattern)) {
            List<Glob> more = new ArrayList<>(patterns);
            more.add(Glob.of(pattern));
            patterns = List.copyOf(more);
        }
    }

    /** Removes a pattern; returns false if it is not there. */
    synchronized boolean remove(String pattern) {
        List<Glob> fewer = patterns.stream().filter(glob -> !glob.text().equals(pattern)).toList();
        boolean there = fewer.size() < patterns.size();
        patterns = fewer;
        return there;
    }

    /** Returns whether any ending may be one to preserve, whatever its work is. */
    boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    /** Returns the annotation, then the patterns as they came. */
    List<String> patterns() {
        List<String> all = new ArrayList<>(List.of(PatternList.ANNOTATION));
        patterns.forEach(glob -> all.add(glob.text()));
        return all;
    }

    /** Returns where a pattern came from. */
    String from(String pattern) {
        return pattern.equals(PatternList.ANNOTATION) ? "annotation" : option.contains(pattern) ? "option" : "command";
    }
}
