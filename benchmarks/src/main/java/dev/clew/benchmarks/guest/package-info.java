// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** What runs in the JVMs that are measured from outside. */
package dev.clew.benchmarks.guest;
