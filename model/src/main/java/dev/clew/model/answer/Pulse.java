// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.time.Instant;

/**
 * Nothing has changed since the last answer.
 *
 * @param at when the target looked
 */
public record Pulse(Instant at) implements Answer {}
