// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

/** Names work by its class, as a person would. */
final class WorkNames {

    private static final String LAMBDA = "$$Lambda";

    private WorkNames() {}

    /** Returns the class without its package; for a lambda the class it stands in. */
    static String of(Class<?> work) {
        return of(work.getName());
    }

    /** Returns the same, for the name of the class. */
    static String of(String work) {
        String type = type(work);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return work.contains(LAMBDA) ? simple + " lambda" : simple;
    }

    /** Returns the class with its package; for a lambda the class it stands in. */
    static String type(String work) {
        int lambda = work.indexOf(LAMBDA);
        String type = lambda < 0 ? work : work.substring(0, lambda);
        int hidden = type.indexOf('/');
        return hidden < 0 ? type : type.substring(0, hidden);
    }
}
