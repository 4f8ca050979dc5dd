// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

/** Whether this JVM runs classes that use previews of the JDK. */
final class Preview {

    private Preview() {}

    static boolean enabled() {
        try {
            return (boolean) Class.forName("jdk.internal.misc.PreviewFeatures").getMethod("isEnabled").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false; // its package is closed to Clew, or it is not there: then statements do without previews
        }
    }
}
