// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.cli.demo.Audience;
import dev.clew.cli.demo.Examples;
import dev.clew.cli.demo.Service;
import dev.clew.cli.demo.Tour;
import dev.clew.cli.demo.Visitor;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.SocketDirectory;
import dev.clew.terminal.LastingTarget;
import dev.clew.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The command {@code demo}: a sample service under the agent, with a guided tour. */
record Demo(Surroundings around) {

    int run(List<String> words) throws Refusal, IOException {
        if (!words.isEmpty()) {
            throw Refusal.usage("demo takes no " + words.get(0), "usage: clew demo");
        }
        Path directory = SocketDirectory.standard();
        Service service = Service.start(Examples.find(), agent(directory), directory);
        Thread end = new Thread(service::close, "clew-demo-stop");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return visit(service);
        } finally {
            service.close();
        }
    }

    private static UnaryOperator<String> agent(Path directory) throws Refusal {
        Path jar = AgentJar.path();
        return name -> "-javaagent:" + jar + "="
                + new AgentOptions(Map.of("dir", directory.toString()), List.of()).with("name", name).line();
    }

    private int visit(Service service) throws Refusal, IOException {
        boolean visitor = around.person() && Surroundings.terminal(1);
        print("Starting a sample service with planted bugs ...\n");
        service.target();
        print("It runs as process " + service.pid() + ", under Clew's agent. What follows is asked of it live;\n"
                + "from another terminal, clew -p " + service.pid() + " asks the same.\n");
        print(service.structured() ? "" : "No JDK " + Service.STRUCTURED + " or newer was found on this machine, so the "
                + "stop about structured\nconcurrency is left out; set JAVA_HOME to one to see it.\n");
        int status = new Tour(service.legs(), around.screen(), audience(visitor)).walk();
        if (visitor) {
            print("\nThis is the shell; the service lives until you leave.\n");
            return Math.max(status, shell(service));
        }
        print(status == 0 ? "\nThat was the tour. At a terminal it ends in a shell on the service.\n" : "");
        return status;
    }

    private static int shell(Service service) throws Refusal, IOException {
        RemoteTarget first = RemoteTarget.connect(new SocketDirectory(SocketDirectory.standard()).socket(service.pid()));
        try (var target = new LastingTarget(first, Machine.real()::again, Duration.ofSeconds(10))) {
            return Terminals.interact(target, System.getenv(), true);
        }
    }

    private Audience audience(boolean visitor) {
        return visitor ? new Visitor(around.in(), around.out(), around.screen().width(), Surroundings.rows())
                : new Audience.Paper(around.out());
    }

    private void print(String text) {
        around.out().print(text);
        around.out().flush();
    }
}
