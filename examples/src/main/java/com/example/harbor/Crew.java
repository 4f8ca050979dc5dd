// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Hires the threads of one pool: daemons, named after the pool and numbered from 1. */
public final class Crew implements ThreadFactory {

    private final String name;
    private final AtomicInteger hired = new AtomicInteger();

    public Crew(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name + "-" + hired.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
