// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.clew.model.Version;
import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attach to one JVM; alone in its class, because a runtime may lack the module jdk.attach. */
final class Attachment {

    private static final String STATE = "dev.clew.state";
    private static final int PATIENCE_SECONDS = 10;
    private static final String INSTEAD = "start it with -javaagent: and the path that clew jar prints";

    private final long pid;

    private Attachment(long pid) {
        this.pid = pid;
    }

    /**
     * What an attach came to.
     *
     * @param already whether the target was watched before
     * @param socket where it listens
     */
    record Outcome(boolean already, String socket) {}

    /** Loads the agent into a JVM, unless it is there. */
    static Outcome attach(long pid, Path jar, String options) throws Refusal {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw Refusal.absent("this Java runtime can't attach: it has no module jdk.attach",
                    "run clew with a JDK by setting JAVA_HOME");
        }
        var attachment = new Attachment(pid);
        // The mechanism has no limit of time of its own for a JVM that takes the request and then hangs.
        var task = new FutureTask<>(() -> attachment.load(jar, options));
        Thread thread = new Thread(task, "clew-attach");
        thread.setDaemon(true);
        thread.start();
        return attachment.await(task);
    }

    private Outcome await(FutureTask<Outcome> task) throws Refusal {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException e) {
            throw Refusal.absent("process " + pid + " does not answer within " + PATIENCE_SECONDS + " s",
                    "see with \"ps -o stat= -p " + pid + "\" whether it is stopped");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal
                    : Refusal.absent("can't attach to process " + pid + " (" + e.getCause() + ")", INSTEAD);
        }
    }

    private Outcome load(Path jar, String options) throws Refusal {
        VirtualMachine machine = open();
        try {
            String[] before = state(machine);
            if (before[0].equals("on")) {
                return already(before);
            }
            machine.loadAgent(jar.toString(), options);
            return result(state(machine));
        } catch (AgentLoadException e) {
            throw String.valueOf(e.getMessage()).contains("Dynamic agent loading is not enabled")
                    ? Refusal.absent("process " + pid + " was started with -XX:-EnableDynamicAgentLoading", INSTEAD)
                    : failed("the agent can't be loaded: " + e.getMessage());
        } catch (AgentInitializationException | IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        } finally {
            close(machine);
        }
    }

    private VirtualMachine open() throws Refusal {
        try {
            return VirtualMachine.attach(Long.toString(pid));
        } catch (AttachNotSupportedException | IOException e) {
            throw Refusal.absent("can't attach to process " + pid + " (" + e.getMessage() + ")", INSTEAD);
        }
    }

    /** Returns what the agent has left in the target's system properties: a word, and what belongs to it. */
    private static String[] state(VirtualMachine machine) throws IOException {
        return machine.getSystemProperties().getProperty(STATE, "off").split(" ", 3);
    }

    private Outcome already(String[] state) throws Refusal {
        String version = state.length > 1 ? state[1] : "unknown";
        if (!version.equals(Version.current())) {
            throw Refusal.absent("process " + pid + " is watched by Clew " + version + " already",
                    "clew detach " + pid + " first");
        }
        return new Outcome(true, socket(state));
    }

    private Outcome result(String[] state) throws Refusal {
        return switch (state[0]) {
            case "on" -> new Outcome(false, socket(state));
            case "failed" -> throw failed(String.join(" ", state).substring("failed".length()).strip());
            default -> throw failed("the agent was loaded but did not start");
        };
    }

    private static String socket(String[] state) {
        return state.length > 2 ? state[2] : "an unknown place";
    }

    /** Returns a refusal for a reason, which may bring its remedy along, behind a semicolon. */
    private Refusal failed(String reason) {
        int end = reason.lastIndexOf("; ");
        return Refusal.absent("process " + pid + " is not watched, " + (end < 0 ? reason : reason.substring(0, end)),
                end < 0 ? "look at what the process wrote to its standard error" : reason.substring(end + 2));
    }

    private static void close(VirtualMachine machine) {
        try {
            machine.detach();
        } catch (IOException e) {
            // The process has ended.
        }
    }
}
