// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.List;

/**
 * One call of one hook.
 *
 * @param hook the name under which the status shows it
 * @param site where in the method
 * @param method the method's name
 * @param descriptor the method's descriptor; null matches every overload
 * @param target the hook class and method, for example {@code ThreadHooks.starting}
 * @param arguments what the hook is handed
 */
record Patch(String hook, Site site, String method, String descriptor, String target, List<Argument> arguments) {

    boolean matches(String name, String desc) {
        return method.equals(name) && (descriptor == null || descriptor.equals(desc));
    }
}
