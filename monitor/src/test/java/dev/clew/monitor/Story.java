// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One small shop at noon: main opened it, a checkout runs, one order waits and another was cancelled. */
public final class Story {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    public static final List<Frame> OPENING = List.of(
            frame("com.acme.shop.Shop", "open", "Shop.java", 31),
            frame("com.acme.shop.Shop", "main", "Shop.java", 14));
    public static final List<Frame> ORDERING = List.of(
            frame("java.util.concurrent.AbstractExecutorService", "submit", "AbstractExecutorService.java", 123),
            frame("com.acme.shop.Checkout", "order", "Checkout.java", 77),
            frame("com.acme.shop.Checkout", "run", "Checkout.java", 40));
    public static final List<Frame> PARKED = List.of(
            frame("jdk.internal.misc.Unsafe", "park", null, -2),
            frame("java.util.concurrent.CountDownLatch", "await", "CountDownLatch.java", 230),
            frame("com.acme.shop.OrderJob", "run", "OrderJob.java", 19));

    private static final String LATCH = "java.util.concurrent.CountDownLatch$Sync";

    private Story() {}

    public static Frame frame(String type, String method, String file, int line) {
        return new Frame(type, method, file, line);
    }

    public static Task main() {
        return new Task(1, Kind.THREAD, "main", State.RUNNING, null, Parent.root(), null, null, "main", null, false, 0,
                "before attach", null);
    }

    public static Task checkout() {
        return new Task(12, Kind.POOL, "Checkout", State.RUNNING, OPENING.get(0), Parent.of(1, "main"), ago(7_400),
                ago(7_300), "pool-1-thread-1", null, false, 0, null, null);
    }

    public static Task order() {
        return order(42, Kind.VIRTUAL);
    }

    public static Task order(long id, Kind kind) {
        return new Task(id, kind, "OrderJob", State.WAITING, ORDERING.get(1), Parent.of(12, "Checkout"), ago(184),
                ago(183), "pool-2-thread-7", LATCH, true, 0, null, null);
    }

    public static Task failed() {
        var error = new Failure("java.lang.IllegalStateException", "no stock for article 4711", PARKED,
                new Failure("java.sql.SQLException", "connection reset", OPENING, null));
        return ended(43, Outcome.FAILED, error, false, null);
    }

    public static Task cancelled() {
        var error = new Failure("java.util.concurrent.CancellationException", null, PARKED, null);
        return ended(44, Outcome.CANCELLED, error, null, cause());
    }

    public static Task returned() {
        return ended(45, Outcome.RETURNED, null, null, null);
    }

    public static Cause cause() {
        return new Cause("cancel", 12L, "Checkout", Kind.POOL, "running", "pool-1-thread-1", ago(61), ORDERING,
                "the customer left");
    }

    public static Source.Interrupts interrupts() {
        return new Source.Interrupts(List.of(new Interruption(cause(), Fate.RECEIVED, "InterruptedException", ago(60),
                PARKED, true), new Interruption(cause(), Fate.PENDING, null, null, List.of(), false)), 2);
    }

    public static Source.Victims victims() {
        var shown = new ArrayList<Victim>();
        shown.add(new Victim(44, "OrderJob", Kind.POOL, "cancel", Outcome.CANCELLED, ago(61), 340L, false, null));
        shown.add(new Victim(46, "Stubborn", Kind.POOL, "cancel", Outcome.CANCELLED, ago(12), null, true,
                "pool-1-thread-2"));
        shown.add(new Victim(47, "swallower", Kind.THREAD, "interrupt", null, ago(12), null, true, "swallower"));
        for (long id = 60; id < 66; id++) {
            shown.add(new Victim(id, "Mail", Kind.FUTURE, "cancel", Outcome.CANCELLED, ago(5), id * 1_000, false, null));
        }
        shown.add(new Victim(70, "Poll", Kind.PERIODIC, "interrupt", null, ago(4), 3_000L, false, null));
        shown.add(new Victim(71, "Late", Kind.POOL, "shutdownNow", Outcome.ABANDONED, ago(3), null, false, null));
        return new Source.Victims(shown, 1_800);
    }

    public static List<OriginStep> origin() {
        return List.of(step(1, "main", Kind.THREAD, OPENING), step(12, "Checkout", Kind.POOL, ORDERING));
    }

    public static OriginStep step(long task, String name, Kind kind, List<Frame> stack) {
        return new OriginStep(task, name, kind, Capture.EXACT, null, stack, 0);
    }

    private static Task ended(long id, Outcome outcome, Failure error, Boolean observed, Cause cause) {
        return new Task(id, Kind.POOL, "OrderJob", State.ENDED, ORDERING.get(1), Parent.of(12, "Checkout"), ago(184),
                ago(183), "pool-2-thread-7", null, false, 0, null,
                new Ending(outcome, ago(60 - id + 43), error, observed, cause));
    }

    public static Instant ago(long seconds) {
        return NOON.minusSeconds(seconds);
    }
}
