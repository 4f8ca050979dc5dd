// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

/**
 * What comes of a key.
 *
 * @param scene what is shown from then on
 * @param effect what else is to be done; null for nothing
 */
record Step(Scene scene, Effect effect) {

    static Step to(Scene scene) {
        return new Step(scene, null);
    }
}
