// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A heartbeat that stops: a task scheduled at a fixed rate throws on its third run and is silently never run again.
 * {@code clew ps-terminated --kind periodic} shows the task, failed and not observed.
 */
package com.example.harbor.periodic;
