// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import dev.clew.api.Argument;
import dev.clew.api.Clew;
import dev.clew.api.Command;
import dev.clew.api.Monitor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Uses the examples of the guide, and does what they leave out. */
public final class Guided {

    private static final Deque<Monitor> MONITORS = new ArrayDeque<>();

    public static void main(String[] words) throws Exception {
        Script.run(Guided.class);
    }

    static void shop() {
        Shop.open();
    }

    static void shut() {
        Shop.close();
    }

    static String start(String options) {
        Monitor monitor = Clew.start(options);
        MONITORS.push(monitor);
        return monitor.isWatching() + " " + monitor.problem().orElse("without a problem");
    }

    static String close() {
        MONITORS.pop().close();
        return Boolean.toString(Clew.isWatching());
    }

    static void offer() {
        Orders.offer();
        Clew.commands().add(
                Command.of("fail", "fails", call -> fail()),
                Command.of("hang", "waits for ever", call -> hang()).within(Duration.ofMillis(500)),
                Command.of("spin", "heeds no interrupt", call -> spin()).within(Duration.ofMillis(500)),
                Command.of("echo", "says what it is told", call -> String.join("|", call.texts("word")))
                        .with(Argument.text("word").many()).reading(),
                Command.of("ps", "is one of Clew's", call -> "never"));
    }

    private static Object fail() {
        throw new IllegalStateException("on purpose");
    }

    private static Object hang() {
        Script.hold("never");
        return "never";
    }

    private static Object spin() {
        while (Script.gate("spin").getCount() > 0) {
            Thread.onSpinWait();
        }
        return "over";
    }

    /** Delivers an order, and waits until it is on its way; it arrives when its gate is opened. */
    static void deliver(String order) throws Exception {
        Deliveries.deliver(Long.parseLong(order), () -> Script.hold(order));
        Script.await(order);
    }

    static String sum() {
        return Integer.toString(1 + 2);
    }
}
