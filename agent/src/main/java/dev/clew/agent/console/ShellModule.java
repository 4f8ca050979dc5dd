// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.entry.InsideLoader;
import dev.clew.monitor.Refusal;
import java.lang.instrument.Instrumentation;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;

/**
 * The JDK's module {@code jdk.jshell} in this JVM.
 *
 * <p>An application on a module path has it only if something there asks for it. Then it is loaded as the JVM itself
 * loads modules that an agent needs: into a layer of their own, above the one from the start.
 */
final class ShellModule {

    private static final String NAME = "jdk.jshell";

    private ShellModule() {}

    /**
     * Makes the module's classes visible to those of Clew.
     *
     * @throws Refusal if this runtime does not have the module
     */
    static void open(Instrumentation instrumentation, InsideLoader inside) throws Refusal {
        Module module = ModuleLayer.boot().findModule(NAME).orElse(null);
        if (module == null && ModuleFinder.ofSystem().find(NAME).isEmpty()) {
            throw Refusal.absent("the target's Java runtime has no module " + NAME,
                    "run the application on a whole JDK, or link its runtime with --add-modules " + NAME);
        }
        try {
            inside.look(NAME + ".", (module == null ? loaded(instrumentation) : module).getClassLoader());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            Throwable why = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
            throw Refusal.absent("the module " + NAME + " can't be loaded (" + why + ")",
                    "start the target with --add-modules " + NAME);
        }
    }

    private static Module loaded(Instrumentation instrumentation) throws ReflectiveOperationException {
        Module base = Object.class.getModule();
        Set<Module> ours = Set.of(ShellModule.class.getModule());
        instrumentation.redefineModule(base, Set.of(), Map.of("jdk.internal.module", ours), Map.of(), Set.of(),
                Map.of());
        return (Module) Class.forName("jdk.internal.module.Modules").getMethod("loadModule", String.class)
                .invoke(null, NAME);
    }
}
