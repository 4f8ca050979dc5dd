// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import dev.clew.agent.transform.Argument.Constant;
import dev.clew.agent.transform.Argument.Field;
import dev.clew.agent.transform.Argument.Parameter;
import dev.clew.agent.transform.Argument.Remembered;
import dev.clew.agent.transform.Argument.Result;
import dev.clew.agent.transform.Argument.This;
import dev.clew.agent.transform.Argument.Thrown;
import dev.clew.agent.transform.Argument.Top;
import dev.clew.agent.transform.Argument.TopTwo;
import java.util.ArrayList;
import java.util.List;

/** One class of the JVM and the hooks that are called from it. */
final class Subject {

    static final Argument THIS = new This();
    static final Argument RESULT = new Result();
    static final Argument THROWN = new Thrown();
    static final Argument TOP = new Top();
    static final Argument TOP_TWO = new TopTwo();
    static final Argument REMEMBERED = new Remembered();

    private final String className;
    private final List<Patch> patches = new ArrayList<>();
    private boolean replacesLock;

    private Subject(String className) {
        this.className = className;
    }

    /** Returns an empty subject for a class, named as in class files. */
    static Subject of(String className) {
        return new Subject(className);
    }

    static Argument parameter(int index) {
        return new Parameter(index);
    }

    static Argument field(String name, String descriptor) {
        return new Field(name, descriptor, false);
    }

    static Argument inheritedField(String name, String descriptor) {
        return new Field(name, descriptor, true);
    }

    static Argument constant(boolean value) {
        return new Constant(value);
    }

    Subject entry(String hook, String method, String descriptor, String target, Argument... arguments) {
        return add(hook, new Site.Entry(), method, descriptor, target, arguments);
    }

    Subject exit(String hook, String method, String descriptor, String target, Argument... arguments) {
        return add(hook, new Site.Exit(), method, descriptor, target, arguments);
    }

    Subject throwing(String hook, String method, String descriptor, String target, Argument... arguments) {
        return add(hook, new Site.Throwing(), method, descriptor, target, arguments);
    }

    /** Calls the same hook however the method is left. */
    Subject leaving(String hook, String method, String descriptor, String target, Argument... arguments) {
        return exit(hook, method, descriptor, target, arguments)
                .throwing(hook, method, descriptor, target, arguments);
    }

    Subject at(String hook, Site site, String method, String descriptor, String target, Argument... arguments) {
        return add(hook, site, method, descriptor, target, arguments);
    }

    /** Makes the constructors put a record where they would put the interrupt lock. */
    Subject replacingLock() {
        replacesLock = true;
        return this;
    }

    private Subject add(String hook, Site site, String method, String descriptor, String target,
            Argument... arguments) {
        patches.add(new Patch(hook, site, method, descriptor, target, List.of(arguments)));
        return this;
    }

    String className() {
        return className;
    }

    List<Patch> patches() {
        return patches;
    }

    /** Whether a patch names a method. */
    boolean patches(String method, String descriptor) {
        for (Patch patch : patches) {
            if (patch.matches(method, descriptor)) {
                return true;
            }
        }
        return false;
    }

    boolean replacesLock() {
        return replacesLock;
    }
}
