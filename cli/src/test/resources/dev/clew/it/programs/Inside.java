// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import dev.clew.api.Argument;
import dev.clew.api.Clew;
import dev.clew.api.Command;
import dev.clew.api.CommandProvider;
import dev.clew.api.Monitor;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks to Clew in its own code. */
public final class Inside {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static Monitor monitor;
    private static URLClassLoader second;

    public static void main(String[] words) throws Exception {
        Clew.commands().add(
                Command.of("orders", "list the orders", call -> List.of(new Order(17, "acme"), new Order(18, "Harbor")))
                        .with(Argument.text("customer").optional().completing(word -> List.of("acme", "Harbor")))
                        .reading(),
                Command.of("fail", "fail", call -> {
                    throw new IllegalStateException("no db");
                }),
                Command.of("hang", "hang", call -> hang()).within(Duration.ofMillis(300)),
                Command.of("ps", "one of Clew's names", call -> null));
        Script.run(Inside.class);
        System.exit(0);
    }

    private record Order(int id, String customer) {}

    /** A library's way in. */
    public static final class Library implements CommandProvider {
        @Override
        public Collection<Command> commands() {
            return List.of(Command.of("library", "greet", call -> "hello from the library").reading());
        }
    }

    private static Object hang() {
        while (true) {
            try {
                NEVER.await();
            } catch (InterruptedException e) {
                Script.reached("interrupt");
            }
        }
    }

    static void order(String id) throws Exception {
        POOL.submit(() -> {
            Clew.label("order", id);
            Clew.name("billing " + id);
            try (var step = Clew.label("step", "pay")) {
                Script.reached("paid " + id);
            }
            Script.hold("order" + id);
        });
        Script.await("order" + id);
    }

    static String start(String options) {
        monitor = Clew.start(options);
        return monitor.isWatching() + monitor.problem().map(problem -> " " + problem).orElse("");
    }

    static boolean close() {
        monitor.close();
        return Clew.isWatching();
    }

    /** Loads a second copy of the api and of this program, as a container does. */
    static void copy() throws Exception {
        URL api = Clew.class.getProtectionDomain().getCodeSource().getLocation();
        URL own = Inside.class.getProtectionDomain().getCodeSource().getLocation();
        second = new URLClassLoader(new URL[] {own, api}, ClassLoader.getPlatformClassLoader());
        second.loadClass("Inside$Other").getMethod("add").invoke(null);
    }

    /** What the second copy does. */
    public static final class Other {
        public static void add() {
            Clew.commands().add(Command.of("other", "of another loader", call -> "from another loader").reading());
        }
    }
}
