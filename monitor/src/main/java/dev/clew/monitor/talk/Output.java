// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.monitor.text.Screen;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Where answers go; every text ends with a line feed. */
public interface Output {

    /** Returns what lays the answers out, for the present width. */
    Screen screen();

    /** Shows an answer. */
    void answer(String text);

    /** Shows a part of an answer that goes on and on. */
    void part(String text);

    /** Shows an answer that takes the place of the one before. */
    void renew(String text);

    /** Shows why there is no answer. */
    void refuse(String text);

    /** Returns whether somebody is there who can end what goes on and on. */
    boolean person();

    /** Waits for a time; returns true if somebody has stopped the answer meanwhile. */
    default boolean stopped(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
