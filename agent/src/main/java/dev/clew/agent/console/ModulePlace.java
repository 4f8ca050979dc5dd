// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A named module of the application.
 *
 * @param module the module
 */
record ModulePlace(Module module) implements Place {

    static boolean isOfJdk(Module module) {
        return module.isNamed() && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
    }

    @Override
    public void classFiles(Consumer<String> visitor) throws IOException {
        Optional<ResolvedModule> resolved = module.getLayer().configuration().findModule(module.getName());
        if (resolved.isEmpty()) {
            return;
        }
        try (ModuleReader reader = resolved.get().reference().open(); Stream<String> paths = reader.list()) {
            paths.map(Place::className).filter(Objects::nonNull).forEach(visitor);
        }
    }

    @Override
    public String toString() {
        return "the module " + module.getName();
    }
}
