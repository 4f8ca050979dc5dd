// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import com.alibaba.ttl.TransmittableThreadLocal;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * What a tool carries from the thread that submits to the one that runs. Without any the tool would look at each task
 * and let it go, which is not what it is there for.
 */
final class Baggage {

    private Baggage() {}

    /** Has some work run with what the property {@code bench.carries} says: a context, a value, or nothing. */
    static Runnable with(Runnable work) {
        return switch (System.getProperty("bench.carries", "")) {
            case "context" -> Context.root().with(ContextKey.named("order"), "12").wrap(work);
            case "value" -> () -> withValue(work);
            default -> work;
        };
    }

    private static void withValue(Runnable work) {
        TransmittableThreadLocal<String> order = new TransmittableThreadLocal<>();
        order.set("12");
        work.run();
        order.remove();
    }
}
