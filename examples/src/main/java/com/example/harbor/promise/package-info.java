// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A promise that nobody keeps: a future made by {@code new} is never completed, and a thread joins it.
 * {@code clew where} on the promise shows where it was made, who waits for it, and that nobody can complete it.
 */
package com.example.harbor.promise;
