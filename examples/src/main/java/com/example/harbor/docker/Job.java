// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.docker;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A job that runs in a container and ends with the container's exit code, once that is known. */
record Job(String name, CompletableFuture<Integer> exit) implements Callable<Integer> {

    @Override
    public Integer call() {
        return exit.join();
    }

    /** Whether the job's task has come to wait for an exit that is not known yet. */
    boolean waits() {
        return !exit.isDone() && exit.getNumberOfDependents() > 0;
    }
}
