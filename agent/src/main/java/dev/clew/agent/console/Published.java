// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/**
 * The objects that the application shows in its consoles, as variables of one of them; a variable that somebody
 * declared there keeps its name.
 *
 * <p><b>Threads</b>: the console's. <b>Consistency</b>: as the application shows them when a statement begins.
 */
final class Published {

    private final JShell shell;
    private final ClassLoader loader;
    private final Map<String, Variable> variables = new HashMap<>();

    /** A variable for what the application shows. */
    private record Variable(Object object, VarSnippet snippet) {}

    Published(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /** Declares what is new or has changed, and drops what is no longer shown. */
    void renew(Map<String, Object> objects) {
        variables.entrySet().removeIf(entry -> !objects.containsKey(entry.getKey()) && drop(entry.getValue()));
        objects.forEach((name, object) -> {
            Variable known = variables.get(name);
            boolean ours = known != null && shell.status(known.snippet) == Status.VALID;
            if (ours ? known.object != object : isFree(name)) {
                declare(name, object);
            }
        });
    }

    private boolean drop(Variable variable) {
        if (shell.status(variable.snippet) == Status.VALID) {
            shell.drop(variable.snippet);
        }
        return true;
    }

    private boolean isFree(String name) {
        return shell.variables().noneMatch(variable -> variable.name().equals(name)
                && shell.status(variable).isActive());
    }

    private void declare(String name, Object object) {
        String type = type(object);
        shell.eval(type + " " + name + " = (" + type + ") clew.get(\"" + name + "\");").stream()
                .filter(event -> event.causeSnippet() == null && event.status() == Status.VALID
                        && event.snippet() instanceof VarSnippet)
                .findFirst()
                .ifPresent(event -> variables.put(name, new Variable(object, (VarSnippet) event.snippet())));
    }

    /** Returns the nearest type of an object that statements can name. */
    String type(Object object) {
        for (Class<?> type = object == null ? null : object.getClass(); type != null; type = type.getSuperclass()) {
            if (type != Object.class && canBeNamed(type)) {
                return type.getCanonicalName();
            }
            // Of several, the one that says most; one without methods says nothing.
            Optional<Class<?>> said = Stream.of(type.getInterfaces()).filter(this::canBeNamed)
                    .filter(each -> each.getMethods().length > 0)
                    .max(Comparator.comparing(each -> each.getMethods().length));
            if (said.isPresent()) {
                return said.get().getCanonicalName();
            }
        }
        return "Object";
    }

    private boolean canBeNamed(Class<?> type) {
        if (type.isArray()) {
            return type.getComponentType().isPrimitive() || canBeNamed(type.getComponentType());
        }
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        boolean hidden = ModulePlace.isOfJdk(type.getModule()) && !type.getModule().isExported(type.getPackageName());
        return type.getCanonicalName() != null && !type.getPackageName().isEmpty() && !hidden && isSeen(type);
    }

    /** Whether the console's loader means the same class by its name. */
    private boolean isSeen(Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
