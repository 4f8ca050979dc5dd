// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A long lineage: {@code main} schedules a task, which submits a task to a pool, which starts a (virtual) thread that
 * waits, while all the tasks between have ended. {@code clew where} on the waiting one shows the whole chain of stacks.
 */
package com.example.harbor.lineage;
