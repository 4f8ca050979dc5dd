// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A promise that nobody keeps: a future made by {@code new} is never completed, and a thread joins it.
 * {@code clew waits} shows the thread, the promise, and where the promise was made.
 */
package com.example.harbor.promise;
