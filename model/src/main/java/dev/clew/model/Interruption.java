// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;
import java.util.List;

/**
 * An interrupt that was sent to a task, and what became of it.
 *
 * @param by who sent it, and from where
 * @param fate what became of it
 * @param as what told the task of it, for example {@code InterruptedException}; null unless it was received or cleared
 * @param at when that was; null unless it was received or cleared
 * @param stack what the task was doing at that moment, innermost frame first
 * @param restored whether the task set its flag again afterwards
 */
public record Interruption(Cause by, Fate fate, String as, Instant at, List<Frame> stack, boolean restored) {}
