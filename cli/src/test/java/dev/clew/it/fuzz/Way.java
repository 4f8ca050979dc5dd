// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.model.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to make a task: in the code {@code $n} is the task's number, {@code $w} its new work, {@code $s} its
 * source or the task that blocks its pool, and {@code $t} its second source.
 */
enum Way {

    THREAD(Kind.THREAD, Shape.RUNNABLE, "N$n", "Thread t = new Thread($w, \"N$n\"); t.start();",
            Trait.INTERRUPTIBLE, Trait.DIES),
    THREAD_SUBCLASS(Kind.THREAD, Shape.THREAD, "N$n", "N$n t = $w; t.setName(\"N$n\"); t.start();",
            Trait.INTERRUPTIBLE, Trait.DIES),
    VIRTUAL(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "Thread.ofVirtual().name(\"N$n\").start($w);",
            Trait.INTERRUPTIBLE, Trait.DIES, Trait.MODERN),
    VIRTUAL_UNNAMED(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "Thread.startVirtualThread($w);",
            Trait.INTERRUPTIBLE, Trait.DIES, Trait.MODERN),
    SUBMIT(Kind.POOL, Shape.RUNNABLE, "N$n", "r.tie($n, Round.POOL.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS),
    CALL(Kind.POOL, Shape.CALLABLE, "N$n", "r.tie($n, Round.POOL.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS),
    EXECUTE(Kind.POOL, Shape.RUNNABLE, "N$n", "Round.POOL.execute($w);", Trait.INTERRUPTIBLE, Trait.DIES),
    OWN_SUBMIT(Kind.POOL, Shape.RUNNABLE, "N$n", "ThreadPoolExecutor p = Round.single($n); r.host($n, p); "
            + "r.tie($n, p.submit($w));", Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS, Trait.WORKER),
    OWN_EXECUTE(Kind.POOL, Shape.RUNNABLE, "N$n", "ThreadPoolExecutor p = Round.single($n); r.host($n, p); "
            + "p.execute($w);", Trait.INTERRUPTIBLE, Trait.DIES, Trait.WORKER),
    DELAY(Kind.DELAYED, Shape.RUNNABLE, "N$n", "r.tie($n, Round.SCHEDULER.schedule($w, 1, TimeUnit.MILLISECONDS));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS),
    OWN_DELAY(Kind.DELAYED, Shape.CALLABLE, "N$n", "var p = Round.singleScheduler($n); r.host($n, p); "
            + "r.tie($n, p.schedule($w, 1, TimeUnit.MILLISECONDS));", Trait.INTERRUPTIBLE, Trait.FUTURE,
            Trait.CANCEL_INTERRUPTS, Trait.WORKER),
    PERIODIC_RATE(Kind.PERIODIC, Shape.RUNNABLE, "N$n", "r.tie($n, Round.SCHEDULER.scheduleAtFixedRate($w, 1, 1, "
            + "TimeUnit.MILLISECONDS));", Trait.FUTURE, Trait.REPEATS),
    PERIODIC_DELAY(Kind.PERIODIC, Shape.RUNNABLE, "N$n", "r.tie($n, Round.SCHEDULER.scheduleWithFixedDelay($w, 1, 1, "
            + "TimeUnit.MILLISECONDS));", Trait.FUTURE, Trait.REPEATS),
    FORK_SUBMIT(Kind.FORKJOIN, Shape.RUNNABLE, "N$n", "r.tie($n, Round.FORK.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE),
    FORK_CALL(Kind.FORKJOIN, Shape.CALLABLE, "N$n", "r.tie($n, ForkJoinPool.commonPool().submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE),
    FORK_EXECUTE(Kind.FORKJOIN, Shape.RUNNABLE, "N$n", "Round.FORK.execute($w);", Trait.INTERRUPTIBLE),
    FORK_ACTION(Kind.FORKJOIN, Shape.ACTION, "N$n", "r.tie($n, $w.fork());", Trait.INTERRUPTIBLE, Trait.FUTURE),
    FORK_TASK(Kind.FORKJOIN, Shape.TASK, "N$n", "r.tie($n, $w.fork());", Trait.INTERRUPTIBLE, Trait.FUTURE),
    PER_TASK_SUBMIT(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "r.tie($n, PerTask.POOL.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS, Trait.MODERN),
    PER_TASK_EXECUTE(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "PerTask.POOL.execute($w);",
            Trait.INTERRUPTIBLE, Trait.DIES, Trait.MODERN),
    SUPPLY(Kind.FUTURE, Shape.SUPPLIER, "supplyAsync N$n", "r.tie($n, CompletableFuture.supplyAsync($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    SUPPLY_ON(Kind.FUTURE, Shape.SUPPLIER, "supplyAsync N$n", "r.tie($n, CompletableFuture.supplyAsync($w, "
            + "Round.POOL));", Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    RUN(Kind.FUTURE, Shape.RUNNABLE, "runAsync N$n", "r.tie($n, CompletableFuture.runAsync($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    RUN_ON(Kind.FUTURE, Shape.RUNNABLE, "runAsync N$n", "r.tie($n, CompletableFuture.runAsync($w, Round.HOMEMADE));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    TIMER(Kind.TIMER, Shape.TIMER_TASK, "N$n", "Timer t = new Timer(\"T$n\", true); r.host($n, t); N$n w = $w; "
            + "r.tie($n, w); t.schedule(w, 1);", Trait.INTERRUPTIBLE, Trait.DIES, Trait.TIMER),
    HOMEMADE(Kind.POOL, Shape.RUNNABLE, "N$n", "Round.HOMEMADE.execute($w);", Trait.INTERRUPTIBLE, Trait.DIES),
    SERVICE(Kind.POOL, Shape.CALLABLE, "N$n", "r.tie($n, Round.SERVICE.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS),
    DIRECT(Kind.POOL, Shape.RUNNABLE, "N$n", "try { Round.DIRECT.execute($w); } catch (Round.Torn e) { }",
            Trait.CALLER_RUNS, Trait.SPECIAL),
    COMPLETION(Kind.POOL, Shape.CALLABLE, "N$n", "r.tie($n, new ExecutorCompletionService<Object>(Round.POOL)"
            + ".submit($w));", Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS),
    COMPLETE_ASYNC(Kind.FUTURE, Shape.SUPPLIER, "promise N$n", "r.tie($n, new CompletableFuture<Object>()"
            + ".completeAsync($w));", Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    SUPPLY_LATER(Kind.FUTURE, Shape.SUPPLIER, "supplyAsync N$n", "r.tie($n, CompletableFuture.supplyAsync($w, "
            + "CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.STAGE),
    FORK_DELAY(Kind.DELAYED, Shape.RUNNABLE, "N$n", "r.tie($n, Round.FORK.schedule($w, 1, TimeUnit.MILLISECONDS));",
            Trait.FUTURE, Trait.CANCEL_INTERRUPTS, Trait.MODERN),
    FORK_RATE(Kind.PERIODIC, Shape.RUNNABLE, "N$n", "r.tie($n, Round.FORK.scheduleAtFixedRate($w, 1, 1, "
            + "TimeUnit.MILLISECONDS));", Trait.FUTURE, Trait.REPEATS, Trait.MODERN),
    TIMER_RATE(Kind.TIMER, Shape.TIMER_TASK, "N$n", "Timer t = new Timer(\"T$n\", true); r.hostOnceActed($n, t); N$n w = $w; "
            + "r.tie($n, w); t.schedule(w, 1, 1);", Trait.DIES, Trait.TIMER, Trait.REPEATS),
    OWN_PER_TASK(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "var p = Executors.newVirtualThreadPerTaskExecutor(); "
            + "r.host($n, p); r.tie($n, p.submit($w));", Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS,
            Trait.MODERN),
    PLATFORM_PER_TASK(Kind.THREAD, Shape.CALLABLE, "N$n", "var p = Executors.newThreadPerTaskExecutor("
            + "Thread.ofPlatform().daemon().name(\"N$n\").factory()); r.host($n, p); r.tie($n, p.submit($w));",
            Trait.INTERRUPTIBLE, Trait.FUTURE, Trait.CANCEL_INTERRUPTS, Trait.MODERN),
    OWN_FORK(Kind.FORKJOIN, Shape.RUNNABLE, "N$n", "var p = new ForkJoinPool(16); r.host($n, p); "
            + "r.tie($n, p.submit($w));", Trait.FUTURE, Trait.SPECIAL),
    CLOSED(Kind.VIRTUAL, Shape.RUNNABLE, "N$n", "try (var p = Executors.newVirtualThreadPerTaskExecutor()) { "
            + "r.tie($n, p.submit($w)); }", Trait.FUTURE, Trait.MODERN, Trait.SPECIAL),
    CLOSED_POOL(Kind.POOL, Shape.CALLABLE, "N$n", "try (var p = Executors.newCachedThreadPool()) { "
            + "r.tie($n, p.submit($w)); }", Trait.FUTURE, Trait.MODERN, Trait.SPECIAL),
    INVOKE_ALL(Kind.POOL, Shape.CALLABLE, "N$n", "try { r.tie($n, Round.POOL.invokeAll(List.of($w)).get(0)); } "
            + "catch (InterruptedException e) { throw r.wrong($n, e); }", Trait.FUTURE, Trait.SPECIAL),
    FORK_INVOKE_ALL(Kind.FORKJOIN, Shape.CALLABLE, "N$n", "try { r.tie($n, ((ExecutorService) Round.FORK)"
            + ".invokeAll(List.of($w)).get(0)); } catch (InterruptedException e) { throw r.wrong($n, e); }",
            Trait.FUTURE, Trait.SPECIAL),
    INVOKE_ALL_TIMED(Kind.POOL, Shape.CALLABLE, "N$n", "try { Round.POOL.invokeAll(List.of($w), 30, "
            + "TimeUnit.MILLISECONDS); } catch (InterruptedException e) { throw r.wrong($n, e); }", Trait.SPECIAL),
    FORK_TIMED(Kind.FORKJOIN, Shape.CALLABLE, "N$n", "Round.FORK.submitWithTimeout($w, 30, TimeUnit.MILLISECONDS, null);",
            Trait.MODERN, Trait.SPECIAL),
    INVOKE_ANY(Kind.POOL, Shape.CALLABLE, "N$n", "try { Round.POOL.invokeAny(List.of($w, new N$t(r))); } "
            + "catch (InterruptedException | ExecutionException e) { throw r.wrong($n, e); }", Trait.SPECIAL),
    ANY_LOSER(Kind.POOL, Shape.CALLABLE, "N$n", "", Trait.SPECIAL),
    CROWDED_EXECUTE(Kind.POOL, Shape.RUNNABLE, "N$n", "try { Round.CROWDED.execute($w); } catch (Round.Torn e) { }",
            Trait.SPECIAL),
    CROWDED_SUBMIT(Kind.POOL, Shape.CALLABLE, "N$n", "r.tie($n, Round.CROWDED.submit($w));",
            Trait.FUTURE, Trait.SPECIAL),
    DISCARDED(Kind.POOL, Shape.RUNNABLE, "N$n", "Round.closed($n, new ThreadPoolExecutor.DiscardPolicy())"
            + ".execute($w);", Trait.SPECIAL),
    DISCARDED_SUBMIT(Kind.POOL, Shape.RUNNABLE, "N$n", "Round.closed($n, new ThreadPoolExecutor.CallerRunsPolicy())"
            + ".submit($w);", Trait.SPECIAL),
    OLDEST(Kind.POOL, Shape.RUNNABLE, "N$n", "var p = Round.full($n); r.host($n, p); p.execute($w);", Trait.SPECIAL),
    OLDEST_SUBMIT(Kind.POOL, Shape.RUNNABLE, "N$n", "var p = Round.full($n); r.host($n, p); "
            + "r.tie($n, p.submit($w));", Trait.FUTURE, Trait.SPECIAL),
    QUEUED_DELAY(Kind.DELAYED, Shape.RUNNABLE, "N$n", "r.tie($n, ((ScheduledExecutorService) r.pool($s)).schedule($w, "
            + "1, TimeUnit.HOURS));", Trait.FUTURE, Trait.SPECIAL),
    FAR_RATE(Kind.PERIODIC, Shape.RUNNABLE, "N$n", "var p = Round.singleScheduler($n); r.host($n, p); "
            + "r.tie($n, p.scheduleAtFixedRate($w, 1, 1, TimeUnit.HOURS));", Trait.FUTURE, Trait.SPECIAL,
            Trait.WORKER),
    SUBTASK(Kind.SUBTASK, Shape.CALLABLE, "N$n", "scope.fork($w);", Trait.MODERN, Trait.SCOPED, Trait.SPECIAL),
    SUBTASK_RUN(Kind.SUBTASK, Shape.RUNNABLE, "N$n", "scope.fork($w);", Trait.MODERN, Trait.SCOPED, Trait.SPECIAL),
    QUEUED_SUBMIT(Kind.POOL, Shape.RUNNABLE, "N$n", "r.tie($n, r.pool($s).submit($w));", Trait.FUTURE, Trait.SPECIAL),
    QUEUED_EXECUTE(Kind.POOL, Shape.RUNNABLE, "N$n", "r.pool($s).execute($w);", Trait.SPECIAL),
    FAR_DELAY(Kind.DELAYED, Shape.RUNNABLE, "N$n", "r.tie($n, Round.SCHEDULER.schedule($w, 1, TimeUnit.HOURS));",
            Trait.FUTURE, Trait.SPECIAL),
    FAR_TIMER(Kind.TIMER, Shape.TIMER_TASK, "N$n", "Timer t = new Timer(\"T$n\", true); r.host($n, t); N$n w = $w; "
            + "r.tie($n, w); t.schedule(w, 3_600_000);", Trait.TIMER, Trait.SPECIAL),
    REJECTED_SUBMIT(Kind.POOL, Shape.CALLABLE, "N$n", "try { Round.closed($n).submit($w); } "
            + "catch (RejectedExecutionException e) { }", Trait.SPECIAL),
    REJECTED_EXECUTE(Kind.POOL, Shape.RUNNABLE, "N$n", "try { Round.closed($n).execute($w); } "
            + "catch (RejectedExecutionException e) { }", Trait.SPECIAL),
    REFUSED_STAGE(Kind.FUTURE, Shape.RUNNABLE, "thenRunAsync", "r.tie($n, r.stage($s).thenRunAsync($w, "
            + "Round.closed($n)));", Trait.FUTURE, Trait.SPECIAL),
    REJECTED_FORK(Kind.FORKJOIN, Shape.CALLABLE, "N$n", "ForkJoinPool p = new ForkJoinPool(1); p.shutdown(); "
            + "try { p.submit($w); } catch (RejectedExecutionException e) { }", Trait.SPECIAL),
    PROMISE(Kind.FUTURE, Shape.NONE, "promise", "r.tie($n, new CompletableFuture<Object>());",
            Trait.FUTURE, Trait.STAGE, Trait.SPECIAL),
    KEPT_PROMISE(Kind.FUTURE, Shape.NONE, "promise", "var p = new CompletableFuture<Object>(); r.tie($n, p); "
            + "p.complete(1);", Trait.SPECIAL),
    BROKEN_PROMISE(Kind.FUTURE, Shape.NONE, "promise", "var p = new CompletableFuture<Object>(); r.tie($n, p); "
            + "p.completeExceptionally(new Round.Torn($n));", Trait.SPECIAL),
    CANCELLED_PROMISE(Kind.FUTURE, Shape.NONE, "promise", "var p = new CompletableFuture<Object>(); r.tie($n, p); "
            + "p.cancel(true);", Trait.SPECIAL),
    TIMED_PROMISE(Kind.FUTURE, Shape.NONE, "promise", "r.tie($n, new CompletableFuture<Object>().orTimeout(1, "
            + "TimeUnit.MILLISECONDS));", Trait.FUTURE, Trait.SPECIAL),
    KEPT_IN_TIME(Kind.FUTURE, Shape.NONE, "promise", "r.tie($n, new CompletableFuture<Object>().completeOnTimeout(1, 1, "
            + "TimeUnit.MILLISECONDS));", Trait.FUTURE, Trait.SPECIAL),
    APPLY(Kind.FUTURE, Shape.FUNCTION, "thenApply", "r.tie($n, r.stage($s).thenApply($w));", Trait.DEPENDENT),
    ACCEPT(Kind.FUTURE, Shape.CONSUMER, "thenAccept", "r.tie($n, r.stage($s).thenAccept($w));", Trait.DEPENDENT),
    THEN_RUN(Kind.FUTURE, Shape.RUNNABLE, "thenRun", "r.tie($n, r.stage($s).thenRun($w));", Trait.DEPENDENT),
    APPLY_ASYNC(Kind.FUTURE, Shape.FUNCTION, "thenApplyAsync", "r.tie($n, r.stage($s).thenApplyAsync($w));",
            Trait.DEPENDENT),
    RUN_ASYNC_ON(Kind.FUTURE, Shape.RUNNABLE, "thenRunAsync", "r.tie($n, r.stage($s).thenRunAsync($w, Round.POOL));",
            Trait.DEPENDENT),
    COMBINE(Kind.FUTURE, Shape.COMBINER, "thenCombine", "r.tie($n, r.stage($s).thenCombine(r.stage($t), $w));",
            Trait.DEPENDENT, Trait.BOTH),
    AFTER_BOTH_ASYNC(Kind.FUTURE, Shape.RUNNABLE, "runAfterBothAsync", "r.tie($n, r.stage($s).runAfterBothAsync("
            + "r.stage($t), $w, Round.POOL));", Trait.DEPENDENT, Trait.BOTH),
    EITHER_FIRST(Kind.FUTURE, Shape.FUNCTION, "applyToEither", "r.tie($n, r.stage($s).applyToEither(r.stage($t), $w));",
            Trait.DEPENDENT, Trait.EITHER),
    EITHER_SECOND(Kind.FUTURE, Shape.RUNNABLE, "runAfterEither", "r.tie($n, r.stage($t).runAfterEither(r.stage($s), "
            + "$w));", Trait.DEPENDENT, Trait.EITHER),
    COMPOSE(Kind.FUTURE, Shape.COMPOSER, "thenCompose", "r.tie($n, r.stage($s).thenCompose($w));", Trait.DEPENDENT),
    HANDLE(Kind.FUTURE, Shape.HANDLER, "handle", "r.tie($n, r.stage($s).handle($w));",
            Trait.DEPENDENT, Trait.SEES),
    HANDLE_ASYNC(Kind.FUTURE, Shape.HANDLER, "handleAsync", "r.tie($n, r.stage($s).handleAsync($w));",
            Trait.DEPENDENT, Trait.SEES),
    WHEN_COMPLETE(Kind.FUTURE, Shape.WATCHER, "whenComplete", "r.tie($n, r.stage($s).whenComplete($w));",
            Trait.DEPENDENT, Trait.SEES),
    EXCEPTIONALLY(Kind.FUTURE, Shape.RESCUER, "exceptionally", "r.tie($n, r.stage($s).exceptionally($w));",
            Trait.DEPENDENT, Trait.SEES, Trait.RESCUES),
    EXCEPTIONALLY_COMPOSE(Kind.FUTURE, Shape.RESCUING_COMPOSER, "exceptionallyCompose",
            "r.tie($n, r.stage($s).exceptionallyCompose($w));", Trait.DEPENDENT, Trait.SEES, Trait.RESCUES),
    COPY(Kind.FUTURE, Shape.NONE, "copy", "r.tie($n, r.stage($s).copy());", Trait.DEPENDENT, Trait.BODILESS),
    ALL_OF(Kind.FUTURE, Shape.NONE, "allOf", "r.tie($n, CompletableFuture.allOf(r.stage($s), r.stage($t)));",
            Trait.DEPENDENT, Trait.BOTH, Trait.BODILESS),
    ANY_OF(Kind.FUTURE, Shape.NONE, "anyOf", "r.tie($n, CompletableFuture.anyOf(r.stage($t), r.stage($s)));",
            Trait.DEPENDENT, Trait.EITHER, Trait.BODILESS);

    /** What a way allows, and what comes with it. */
    enum Trait {
        /** Its body's thread may be interrupted. */
        INTERRUPTIBLE,
        /** There is a future to cancel or to ask. */
        FUTURE,
        /** To cancel it interrupts it. */
        CANCEL_INTERRUPTS,
        /** A failure ends the thread, so a handler of uncaught exceptions sees it. */
        DIES,
        /** It has a worker of its own. */
        WORKER,
        /** It has a timer of its own. */
        TIMER,
        /** It runs again and again. */
        REPEATS,
        /** Others can depend on it. */
        STAGE,
        /** It depends on another stage. */
        DEPENDENT,
        /** It depends on a second one, too. */
        BOTH,
        /** It depends on one that is kept or on one that never is. */
        EITHER,
        /** It is shown the failure of its source. */
        SEES,
        /** It runs only if its source fails, and then gives something in its place. */
        RESCUES,
        /** It merely passes on what it is given. */
        BODILESS,
        /** It is forked in a scope. */
        SCOPED,
        /** It runs within the call that makes it. */
        CALLER_RUNS,
        /** It is planned on purpose only. */
        SPECIAL,
        /** Only newer JDKs have it. */
        MODERN
    }

    final Kind kind;
    final Shape shape;
    final String name;
    final String code;
    private final Set<Trait> traits;

    Way(Kind kind, Shape shape, String name, String code, Trait... traits) {
        this.kind = kind;
        this.shape = shape;
        this.name = name;
        this.code = code;
        this.traits = Set.of(traits);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns the ways to make a task that begins by itself. */
    static List<Way> plain(boolean modern) {
        return Stream.of(values()).filter(way -> !way.has(Trait.SPECIAL) && !way.has(Trait.DEPENDENT))
                .filter(way -> modern || !way.has(Trait.MODERN)).toList();
    }

    /** Returns the ways to make a stage that depends on another one. */
    static List<Way> dependent() {
        return Stream.of(values()).filter(way -> way.has(Trait.DEPENDENT)).toList();
    }
}
