// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The one JSON form of Clew's records: on the wire, in files and behind {@code --json}.
 *
 * <p>What comes in here: turning records into JSON and back, by their components alone. What does not: records
 * themselves, sockets, anything that knows one record from another.
 */
package dev.clew.model.json;
