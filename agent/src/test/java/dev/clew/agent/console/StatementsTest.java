// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private final Statements statements = new Statements("console-1", null);

    @Test
    void runsOnAThreadOfItsOwn() throws Throwable {
        statements.begin();

        assertThat(statements.run(() -> Thread.currentThread().getName())).isEqualTo("\"console-1\"");
    }

    @Test
    void passesOnWhatAStatementThrows() {
        statements.begin();

        assertThatThrownBy(() -> statements.run(() -> {
            throw new IllegalStateException("on purpose");
        })).isInstanceOf(IllegalStateException.class).hasMessage("on purpose");
    }

    @Test
    void interruptsWhatWaits() {
        statements.begin();
        var begun = new CountDownLatch(1);
        stopOnce(begun, 1);

        assertThatThrownBy(() -> statements.run(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        })).isInstanceOf(Statements.Stopped.class);
        assertThat(statements.abandoned()).isNull();
    }

    @Test
    void leavesAloneWhatDoesNotStopHoweverOftenItIsAsked() throws Exception {
        statements.begin();
        var begun = new CountDownLatch(1);
        var enough = new AtomicBoolean();
        Thread asking = stopOnce(begun, 1_000);

        assertThatThrownBy(() -> statements.run(() -> {
            begun.countDown();
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            return null;
        })).isInstanceOf(Statements.Stopped.class);
        assertThat(statements.abandoned()).isEqualTo("console-1");
        enough.set(true);
        asking.interrupt();
        asking.join();
    }

    @Test
    void beginsNothingMoreOnceARequestIsStopped() throws Throwable {
        statements.begin();
        statements.stop();
        var ran = new AtomicReference<String>();

        assertThatThrownBy(() -> statements.run(() -> {
            ran.set("it ran");
            return null;
        })).isInstanceOf(Statements.Stopped.class);
        assertThat(ran).hasNullValue();
        statements.begin();
        assertThat(statements.run(() -> 1)).isEqualTo("1");
    }

    /** Stops what runs once it has begun, and again every few milliseconds. */
    private Thread stopOnce(CountDownLatch begun, int times) {
        var thread = new Thread(() -> {
            try {
                begun.await();
                for (int i = 0; i < times; i++) {
                    statements.stop();
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }
}
