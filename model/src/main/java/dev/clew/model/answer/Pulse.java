// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.time.Instant;

/**
 * The target is there, and has found nothing else than it told last.
 *
 * @param at when it looked last; looks that take long are rare
 */
public record Pulse(Instant at) implements Answer {}
