// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A sibling cancelled by a failure: one subtask of a structured scope fails, and the scope cancels the others.
 * {@code clew ps-terminated} shows the subtasks; {@code clew where-terminated} on a cancelled one leads to the one
 * that failed.
 */
package com.example.harbor.structured;
