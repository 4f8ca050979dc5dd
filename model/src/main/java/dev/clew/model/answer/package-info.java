// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a target answers: one record for each sort of answer, data only.
 *
 * <p>What comes in here: records that a question may be answered with. What does not: text for people, parsing of
 * arguments, anything that asks.
 */
package dev.clew.model.answer;
