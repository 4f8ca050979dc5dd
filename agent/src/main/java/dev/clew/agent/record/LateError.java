// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.FailureMark;
import dev.clew.model.Failure;
import dev.clew.model.LateFailure;

/**
 * What the code of a task threw when the task was over already.
 *
 * @param error what was thrown
 * @param mark whether anyone looked at it; null if it is the doing of an interrupt
 */
record LateError(Failure error, FailureMark mark) {

    LateFailure told() {
        return new LateFailure(error, mark == null ? null : (Boolean) mark.observed);
    }
}
