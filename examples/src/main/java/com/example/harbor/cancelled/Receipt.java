// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.cancelled;

/** What a ship holds once its harbor dues are paid, in cents. */
record Receipt(String ship, long cents) {
}
