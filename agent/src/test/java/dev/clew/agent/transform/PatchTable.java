// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which patches find nothing to patch in which JDK; a change here is a change of the JDK that somebody must read. */
final class PatchTable {

    /** Methods that assign no result of their own; they are listed because another JDK's may. */
    private static final String ASSIGN_NOTHING = """
            CompletableFuture.biAccept CompletableFuture.biAcceptNow
            CompletableFuture.biApply CompletableFuture.biApplyNow
            CompletableFuture.biRun CompletableFuture.biRunNow CompletableFuture.orAccept
            CompletableFuture.orAcceptNow CompletableFuture.orApply CompletableFuture.orApplyNow
            CompletableFuture.orRun CompletableFuture.orRunNow CompletableFuture.uniAsMinimalStage
            CompletableFuture.uniCompose CompletableFuture.uniComposeExceptionally
            CompletableFuture.uniExceptionally CompletableFuture.uniHandle CompletableFuture.uniRelayNow
            CompletableFuture.uniWhenComplete
            """;

    private static final String SCOPES_OF_21 = """
            StructuredTaskScope$SubtaskImpl.exception:ScopeHooks.asked
            StructuredTaskScope$SubtaskImpl.run:ScopeHooks.ran
            StructuredTaskScope$SubtaskImpl.run:ScopeHooks.threw
            StructuredTaskScope.fork:ScopeHooks.forked
            StructuredTaskScope.fork:ScopeHooks.forking
            VirtualThread.afterTerminate:ThreadHooks.virtualEnded
            """;

    private static final String NEWER_THAN_17 = """
            CompletableFuture.exceptionNow:CompletionHooks.asked
            DelayScheduler$ScheduledForkJoinTask.<init>:ForkJoinHooks.scheduling
            ForkJoinPool.poolSubmit:ForkJoinHooks.refused
            ForkJoinPool.poolSubmit:ForkJoinHooks.submitting
            ForkJoinTask$InterruptibleTask.exec:ForkJoinHooks.notRunning
            ForkJoinTask$InterruptibleTask.exec:ForkJoinHooks.terminated
            ForkJoinTask$RunnableExecuteAction.onAuxExceptionSet:ForkJoinHooks.uncaught
            FutureTask.exceptionNow:FutureHooks.asked
            Joiners$AllSuccessful.onComplete:ScopeHooks.joining
            Joiners$AwaitSuccessful.onComplete:ScopeHooks.joining
            StructuredTaskScope$FailedException.<init>:ScopeHooks.asked
            StructuredTaskScopeImpl$SubtaskImpl.exception:ScopeHooks.asked
            StructuredTaskScopeImpl$SubtaskImpl.run:ScopeHooks.ran
            StructuredTaskScopeImpl$SubtaskImpl.run:ScopeHooks.threw
            StructuredTaskScopeImpl.fork:ScopeHooks.forked
            StructuredTaskScopeImpl.fork:ScopeHooks.forking
            NioSocketImpl.park:ThreadHooks.closedSocket
            Thread.getAndClearInterrupt:ThreadHooks.clearing
            Thread.start(Ljdk/internal/vm/ThreadContainer;)V:ThreadHooks.notStarted
            Thread.start(Ljdk/internal/vm/ThreadContainer;)V:ThreadHooks.starting
            ThreadPerTaskExecutor$ThreadBoundFuture.<init>:FutureHooks.boundWork
            VirtualThread.<init>:ThreadHooks.virtualMade
            VirtualThread.afterDone:ThreadHooks.virtualEnded
            VirtualThread.getAndClearInterrupt:ThreadHooks.clearing
            VirtualThread.interrupt:ThreadHooks.interrupting
            VirtualThread.start:ThreadHooks.notStarted
            VirtualThread.start:ThreadHooks.virtualStarting
            """;

    private static final String OLDER_THAN_25 = """
            CompletableFuture$DelayedCompleter.run:CompletionHooks.timing
            ForkJoinTask$RunnableExecuteAction.trySetException:ForkJoinHooks.uncaught
            ForkJoinTask.reportExecutionException:ForkJoinHooks.asked
            Thread.interrupted:ThreadHooks.clearing
            """;

    private PatchTable() {}

    /** Returns the patches that find nothing, as {@code Class.method:Hooks.method}. */
    static Set<String> without(int feature) {
        Set<String> without = new TreeSet<>();
        for (String method : ASSIGN_NOTHING.split("\\s+")) {
            without.add(method + ":CompletionHooks.mayBeCompleted");
        }
        without.addAll(List.of(SCOPES_OF_21.split("\\s+")));
        without.addAll(List.of((feature == 17 ? NEWER_THAN_17 : OLDER_THAN_25).split("\\s+")));
        if (feature == 17 && Runtime.version().feature() > 21) {
            without.add("VirtualThread.run:ThreadHooks.virtualRuns"); // looked for in the newer JDK alone
        }
        return without;
    }
}
