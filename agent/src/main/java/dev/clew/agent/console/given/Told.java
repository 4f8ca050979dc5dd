// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console.given;

import dev.clew.model.answer.Answer;

/**
 * An answer of Clew's, which prints as the command line does.
 *
 * @param answer the answer
 * @param text the answer laid out
 */
public record Told(Answer answer, String text) {

    @Override
    public String toString() {
        return text;
    }
}
