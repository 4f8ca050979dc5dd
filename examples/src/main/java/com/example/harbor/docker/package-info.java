// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A quiet end: the task that watches Docker's events fails on an event of another kind, nobody looks at its future,
 * and the jobs whose exits it should have reported wait forever. {@code clew ps ContainerWatch} shows the jobs and the
 * promises that they wait for; {@code clew ps-terminated} shows the watcher, failed and not observed.
 */
package com.example.harbor.docker;
