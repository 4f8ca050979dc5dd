// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** What JMH runs, with and without Clew: tasks that are made, run and ended as applications do it. */
package dev.clew.benchmarks.workload;
