// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Frame;
import java.util.List;

/**
 * A decoded stack, shared by every task that was made at the same place.
 *
 * @param frames innermost first, without Clew's own
 * @param site the first frame that belongs to the application, or null
 */
record Trace(List<Frame> frames, Frame site) {}
