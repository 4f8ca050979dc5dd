// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** How the price of a task grows with what there is much of, as tables and as a picture. */
package dev.clew.benchmarks.growth;
