// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The door between the agent and the application's copies of the api.
 *
 * <p>What comes in here: finding the copies, hearing what they say, asking them for what they have. What does not: what
 * becomes of it, and any type of the api, which this side can't see.
 */
package dev.clew.agent.door;
