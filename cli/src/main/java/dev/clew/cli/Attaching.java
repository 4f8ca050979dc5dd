// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.model.Version;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.SocketDirectory;
import dev.clew.monitor.wire.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code attach}: brings the agent into a running JVM. */
record Attaching(Surroundings around, Machine machine) {

    private static final String USAGE = "usage: clew attach PID [--option k=v ...]";

    int run(List<String> words) throws Refusal {
        List<String> operands = new ArrayList<>();
        AgentOptions options = options(words, operands);
        if (operands.size() != 1) {
            throw Refusal.usage("attach needs one process id", USAGE);
        }
        long pid = Invocation.pid(operands.get(0));
        String line = options.with("dir", directory(pid).toString()).with("jar", AgentJar.path().toString()).line();
        ProcessCheck.of(pid).attachable();
        Attachment.Outcome outcome = Attachment.attach(pid, AgentJar.path(), line);
        around.out().println(sentence(pid, outcome) + (outcome.already() && !options.values().isEmpty()
                ? "; its options stay as they were, until clew detach " + pid : ""));
        if (options.values().containsKey("listen") && !outcome.already()) {
            around.out().println(door(pid, Path.of(outcome.socket())));
        }
        return 0;
    }

    private static AgentOptions options(List<String> words, List<String> operands) throws Refusal {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).equals("--option") || words.get(at).equals("-o")) {
                pairs.addAll(words.subList(at, Math.min(at + 2, words.size())));
                at++;
            } else if (words.get(at).startsWith("-")) {
                throw Refusal.usage("attach has no option " + words.get(at), USAGE);
            } else {
                operands.add(words.get(at));
            }
        }
        return AgentOptions.parse(pairs, USAGE);
    }

    /** Returns where the target is to listen: in its own user's directory, unless another one is chosen. */
    private static Path directory(long pid) {
        long user = User.ofProcess(Long.toString(pid));
        return System.getenv("CLEW_DIR") != null || user < 0 ? SocketDirectory.standard() : SocketDirectory.of(user);
    }

    /** Says where a target listens by TCP that was told to. */
    private static String door(long pid, Path socket) throws Refusal {
        try (RemoteTarget target = RemoteTarget.connect(socket)) {
            StatusReport.Door door = Tokens.door(target);
            if (door == null) {
                throw Refusal.absent("process " + pid + " does not listen by TCP", "clew -p " + pid
                        + " status says why; detach it, and attach again with another port");
            }
            return "it listens at " + door.address() + " to " + door.role() + ", and the token is in " + door.tokenFile();
        }
    }

    private static String sentence(long pid, Attachment.Outcome outcome) {
        String state = outcome.already() ? " is watched already" : " is watched now";
        return "process " + pid + state + " by Clew " + Version.current() + ", listening at " + outcome.socket();
    }
}
