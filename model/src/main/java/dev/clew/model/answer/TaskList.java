// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Task;
import java.util.List;

/**
 * A list of tasks, live or ended.
 *
 * @param total how many there are, before the filter and the limit
 * @param matching how many of them the filter lets through
 * @param shown how many are in {@code tasks}
 * @param folded how many dependent stages are folded under their source and so counted nowhere above
 * @param dropped how many endings the history no longer holds; 0 for live tasks
 * @param tasks the tasks, in the order asked for
 */
public record TaskList(long total, long matching, long shown, long folded, long dropped, List<Task> tasks)
        implements Answer {}
