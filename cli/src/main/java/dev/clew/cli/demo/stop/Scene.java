// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import java.util.List;

/**
 * What a stop shows.
 *
 * @param exhibits the commands with their answers, in the order they were asked
 * @param meaning what the answers mean, a sentence or two each
 */
public record Scene(List<Exhibit> exhibits, List<String> meaning) {}
