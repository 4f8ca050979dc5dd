// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A cancelled canceller: a supervisor cancels a checkout, which cancels the payment that it had submitted.
 * {@code clew where-terminated} on the payment shows both causes, the supervisor's outermost.
 */
package com.example.harbor.cancelled;
