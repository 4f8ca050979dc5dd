// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.CompletableFuture;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import picocli.CommandLine;

/** An application with libraries of its own, the same that Clew has in other versions. */
public final class Guest {

    public static void main(String[] words) throws Exception {
        Script.run(Guest.class);
        System.exit(7);
    }

    /** Returns the file that a class comes from. */
    static String origin(String name) throws Exception {
        Class<?> type = Class.forName(name);
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** Returns where a class comes from that the application does not have. */
    static String absent(String name) {
        try {
            return Class.forName(name).toString();
        } catch (ClassNotFoundException e) {
            return "absent";
        }
    }

    /** Uses the libraries. */
    static String use() throws Exception {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Made", null, "java/lang/Object", null);
        int bytes = CompletableFuture.supplyAsync(() -> writer.toByteArray().length).join();
        return CommandLine.VERSION + " " + (bytes > 0);
    }

    static String sum() throws Exception {
        return Integer.toString(CompletableFuture.supplyAsync(() -> 2).thenApply(n -> n + 3).join());
    }
}
