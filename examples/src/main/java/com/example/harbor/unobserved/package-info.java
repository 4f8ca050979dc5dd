// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A failure that nobody looks at: an asynchronous computation throws, and its future is kept but never asked.
 * {@code clew ps-terminated --unobserved} lists the failure; {@code clew where-terminated} shows its stack and its
 * creator.
 */
package com.example.harbor.unobserved;
