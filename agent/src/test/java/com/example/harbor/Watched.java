// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package com.example.harbor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A future that takes the stack whenever another one is made from it. */
public final class Watched extends CompletableFuture<Object> {

    /** What was taken. */
    public static final List<StackTraceElement[]> TAKEN = new ArrayList<>();

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        TAKEN.add(new Throwable().getStackTrace());
        return new CompletableFuture<>();
    }

    /** Calls something as an application would. */
    public static void call(Call call) throws Exception {
        call.call();
    }

    /** Something to call. */
    public interface Call {
        /** Calls it. */
        void call() throws Exception;
    }
}
