// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.util.List;

/** Where an expectation looks for tasks. */
interface Tasks {

    /** Returns what these tasks are, in the plural, for messages. */
    String what();

    /** Returns the tasks as they are now. */
    List<Task> now();

    /** Returns one of them with its lineage; null if it is gone. */
    Whereabouts where(long id);
}
