// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** Lets Clew come, watch and go for a long time, and fails if anything of it stays behind. */
package dev.clew.benchmarks.soak;
