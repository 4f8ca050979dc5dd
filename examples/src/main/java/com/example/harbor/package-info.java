// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The harbor: a service whose parts each carry one bug of concurrent code, and what they share to show it.
 * {@link com.example.harbor.Harbor} runs all of them in one JVM; {@code clew demo} starts it and finds each one.
 */
package com.example.harbor;
