// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.GroupList;
import dev.clew.monitor.Question;
import java.time.Instant;

/**
 * How many tasks there were of each group when somebody marked the moment.
 *
 * @param question what was counted
 * @param groups the counts
 * @param at when
 */
record Mark(Question.Ps question, GroupList groups, Instant at) {}
