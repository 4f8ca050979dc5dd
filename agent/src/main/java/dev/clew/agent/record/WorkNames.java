// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

/** Names work by its class, as a person would. */
final class WorkNames {

    private WorkNames() {}

    /** Returns the class without its package; for a lambda the class it stands in. */
    static String of(Class<?> work) {
        String name = work.getName();
        int lambda = name.indexOf("$$Lambda");
        String type = lambda < 0 ? name : name.substring(0, lambda);
        int hidden = type.indexOf('/');
        type = hidden < 0 ? type : type.substring(0, hidden);
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return lambda < 0 ? simple : simple + " lambda";
    }
}
