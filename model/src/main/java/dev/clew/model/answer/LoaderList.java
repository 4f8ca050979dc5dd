// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * The class loaders that a console can look through.
 *
 * @param loaders the loaders, the one that is taken unless another is chosen first
 */
public record LoaderList(List<Loader> loaders) implements Answer {

    /**
     * One loader.
     *
     * @param number its number, by which it can be chosen
     * @param name what it is called
     * @param type its class
     * @param parent the number of its parent; 0 if that is none of these
     * @param classes how many classes it has defined
     * @param usual whether it is the one that is taken unless another is chosen
     */
    public record Loader(int number, String name, String type, int parent, int classes, boolean usual) {}
}
