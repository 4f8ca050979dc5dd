// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Feed;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.Greeting;

/** What comes from the target. */
sealed interface Event {

    /** The feed has something. */
    record Told(Feed.News news) implements Event {}

    /** The target refuses what the feed asked. */
    record Refused(Refusal refusal) implements Event {}

    /** The connection is gone. */
    record Lost(Refusal refusal) implements Event {}

    /** There is a connection, to the same process or to another one. */
    record Met(Greeting greeting) implements Event {}

    /** A single question is answered. */
    record Answered(Effect.Ask ask, Answer answer) implements Event {}

    /** A single question is not answered. */
    record Unanswered(Effect.Ask ask, Refusal refusal) implements Event {}
}
