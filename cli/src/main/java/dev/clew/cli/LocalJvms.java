// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVMs that the JDK knows of. */
final class LocalJvms {

    private LocalJvms() {}

    /** Returns them all, this one excepted; none if this runtime can't tell. */
    static List<Jvm> all() {
        try {
            return Found.all();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    private static String simple(String mainClass) {
        String file = mainClass.substring(mainClass.lastIndexOf('/') + 1);
        return file.endsWith(".jar") ? file : file.substring(file.lastIndexOf('.') + 1);
    }

    /** Returns the version that a process's JDK has written beside itself. */
    private static String jdk(long pid) {
        try {
            Path home = Path.of("/proc/" + pid + "/exe").toRealPath().getParent().getParent();
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_RUNTIME_VERSION=") || line.startsWith("JAVA_VERSION="))
                    .sorted()
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .findFirst()
                    .orElse(null);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Apart, because a runtime may lack the module jdk.attach. */
    private static final class Found {

        static List<Jvm> all() {
            long own = ProcessHandle.current().pid();
            return VirtualMachine.list().stream()
                    .filter(found -> found.id().matches("[0-9]+") && Long.parseLong(found.id()) != own)
                    .map(Found::jvm)
                    .toList();
        }

        private static Jvm jvm(VirtualMachineDescriptor found) {
            long pid = Long.parseLong(found.id());
            String main = found.displayName().split(" ")[0];
            return new Jvm(pid, main.isEmpty() ? "unknown" : simple(main), main.isEmpty() ? null : main, jdk(pid), "no",
                    null, null, null);
        }
    }
}
