// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

/**
 * One sentence that something was done.
 *
 * @param text the sentence
 */
public record Notice(String text) implements Answer {}
