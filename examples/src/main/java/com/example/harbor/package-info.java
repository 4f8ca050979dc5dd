// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The harbor: a service whose parts each carry one bug of concurrent code, and what they share to show it.
 * {@code clew check} names all of them at once when {@link com.example.harbor.Harbor} runs.
 */
package com.example.harbor;
