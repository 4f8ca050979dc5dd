// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.util.concurrent.TimeUnit;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Launch, run and end of coroutines, all by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Coroutines {

    private static final int COUNT = 5_000;
    private static final int BATCH = 50;

    private int done;
    private final Function2<CoroutineScope, Continuation<? super Unit>, Object> work = (scope, then) -> {
        done++;
        return Unit.INSTANCE;
    };

    /** In batches, each inside a blocking coroutine that waits for its children. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int launch(Breath breath) throws InterruptedException {
        for (int begun = 0; begun < COUNT; begun += BATCH) {
            BuildersKt.<Object>runBlocking(EmptyCoroutineContext.INSTANCE, this::batch);
        }
        return done;
    }

    private Object batch(CoroutineScope scope, Continuation<? super Object> then) {
        for (int i = 0; i < BATCH; i++) {
            BuildersKt.launch(scope, EmptyCoroutineContext.INSTANCE, CoroutineStart.DEFAULT, work);
        }
        return Unit.INSTANCE;
    }
}
