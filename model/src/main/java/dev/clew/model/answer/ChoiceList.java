// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * How a word can go on.
 *
 * @param choices the whole words
 */
public record ChoiceList(List<String> choices) implements Answer {}
