// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Word;

/** What whoever asks is allowed, the least first; each allows what the ones before it do. */
public enum Role implements Word {

    /** To see. */
    READ,

    /** To change something in the target: cancel, interrupt, preserve, signal, detach. */
    ACT,

    /** To run code in the target. */
    EVAL;

    /** Returns whether this one allows what another one does. */
    public boolean allows(Role other) {
        return compareTo(other) >= 0;
    }
}
