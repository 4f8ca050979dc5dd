// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * How a statement can go on.
 *
 * @param complete whether it is a whole statement as it is
 * @param anchor where in the text the choices begin
 * @param choices what may stand there
 * @param hints the declarations of what the cursor is in, a line each
 * @param late why there is nothing: the console did not tell in time; null if it did
 */
public record ConsoleChoices(boolean complete, int anchor, List<String> choices, List<String> hints, String late)
        implements Answer {}
