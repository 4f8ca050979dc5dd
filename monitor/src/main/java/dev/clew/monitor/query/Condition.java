// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Source.Sighting;
import java.time.Duration;
import java.util.List;

/** What a filter asks of a task; what is not known fulfils no comparison. */
sealed interface Condition {

    /** Returns whether a task fulfils it. */
    boolean holds(Sighting seen, Moment moment);

    /** Fulfilled by every task. */
    record Always() implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            return true;
        }
    }

    /** Fulfilled if all of some are. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            for (Condition part : parts) {
                if (!part.holds(seen, moment)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Fulfilled if one of some is. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            for (Condition part : parts) {
                if (part.holds(seen, moment)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Fulfilled if another one is not. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            return !part.holds(seen, moment);
        }
    }

    /** A text anywhere in a task. */
    record Anywhere(Glob text) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            return new Needle(text).in(seen);
        }
    }

    /** A text in one field. */
    record Text(Field field, Comparison comparison, Glob text) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            boolean found = Reading.of(field, seen, comparison == Comparison.HAS ? text::in : text::equal);
            return found != (comparison == Comparison.DIFFERS);
        }
    }

    /** The number of a task, or of the one that created or ended it. */
    record Number(Field field, Comparison comparison, long number) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            Long actual = Reading.number(field, seen);
            return actual == null ? comparison == Comparison.DIFFERS
                    : comparison.holds(Long.compare(actual, number));
        }
    }

    /** A length of time. */
    record Time(Field field, Comparison comparison, Duration time) implements Condition {
        @Override
        public boolean holds(Sighting seen, Moment moment) {
            return switch (field) {
                case AGE -> moment.age(seen.task(), comparison, time);
                case DURATION -> moment.duration(seen.task(), comparison, time);
                case ENDED -> moment.ended(seen.task(), comparison, time);
                default -> throw new IllegalArgumentException(field + " is no length of time");
            };
        }
    }
}
