// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Outcome;
import dev.clew.model.View;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.PoolList;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a whole target for one screen: every live task is visited once, for the counts and the rows alike.
 *
 * @param target what is looked at
 */
record Survey(SourceTarget target) {

    /** No screen has more rows, with the pages beside it. */
    private static final int MOST_ROWS = 2_000;

    Overview of(Question.Overview asked) throws Refusal {
        long begun = System.nanoTime();
        Instant at = Instant.now();
        Count count = new Count(asked.system(), asked.all());
        Rows rows = rows(asked);
        source().glance(seen -> {
            count.see(seen);
            rows.live(seen);
        });
        rows.rest();
        Source.Turnover turnover = source().turnover();
        long micros = (System.nanoTime() - begun) / 1_000;
        return new Overview(at, micros, count.live, count.states(), count.all + turnover.ended(), turnover.ended(),
                outcomes(turnover), rows.offset(), rows.tasks(), rows.groups(), rows.pools(), rows.task());
    }

    private Source source() {
        return target.source();
    }

    private Rows rows(Question.Overview asked) throws Refusal {
        if (asked.view() == null) {
            return new Rows();
        }
        return switch (asked.view()) {
            case TASKS, ENDINGS -> asked.groupBy() == null ? listed(asked) : grouped(asked);
            case POOLS -> pools(asked);
            case TASK -> lineage(asked.id());
        };
    }

    private Rows listed(Question.Overview asked) throws Refusal {
        boolean ended = asked.view() == View.ENDINGS;
        var list = new Shortlist(filter(asked), Order.of(asked.sort(), ended ? "-ended" : "id"), most(asked));
        return new Rows() {
            private TaskList whole;

            @Override
            void live(Glimpse seen) {
                if (!ended) {
                    list.see(seen);
                }
            }

            @Override
            void rest() {
                if (ended) {
                    source().glanceBack(list::see);
                }
                whole = list.list(ended ? source().dropped() : 0);
                cut(asked, whole.tasks().size());
            }

            @Override
            TaskList tasks() {
                return new TaskList(whole.total(), whole.matching(), end() - from(), whole.folded(), whole.dropped(),
                        List.copyOf(whole.tasks().subList(from(), end())));
            }
        };
    }

    private Rows grouped(Question.Overview asked) throws Refusal {
        boolean ended = asked.view() == View.ENDINGS;
        var groups = new Groups(filter(asked), Grouping.of(asked.groupBy(), ended));
        return new Rows() {
            private GroupList whole;

            @Override
            void live(Glimpse seen) {
                if (!ended) {
                    groups.see(seen);
                }
            }

            @Override
            void rest() throws Refusal {
                if (ended) {
                    source().glanceBack(groups::see);
                }
                whole = groups.list(asked.sort(), most(asked), ended ? source().dropped() : 0);
                cut(asked, whole.groups().size());
            }

            @Override
            GroupList groups() {
                return new GroupList(whole.by(), whole.total(), whole.matching(), whole.found(), end() - from(),
                        whole.ungrouped(), whole.folded(), whole.dropped(),
                        List.copyOf(whole.groups().subList(from(), end())));
            }
        };
    }

    private Rows pools(Question.Overview asked) {
        return new Rows() {
            private List<PoolList.Pool> whole;

            @Override
            void rest() {
                whole = source().pools();
                cut(asked, whole.size());
            }

            @Override
            PoolList pools() {
                return new PoolList(whole.size(), List.copyOf(whole.subList(from(), end())));
            }
        };
    }

    private Rows lineage(long id) {
        return new Rows() {
            @Override
            Whereabouts task() {
                return source().task(id).map(target::whereabouts).orElse(null);
            }
        };
    }

    private Filter filter(Question.Overview asked) throws Refusal {
        String text = asked.filter() == null || asked.filter().isBlank() ? null : asked.filter();
        if (asked.view() == View.ENDINGS) {
            return Filter.of(new Question.PsTerminated(null, List.of(), List.of(), null, 0, false, false,
                    asked.system(), asked.all(), text, asked.groupBy()), target.moment(text));
        }
        return Filter.of(new Question.Ps(null, List.of(), List.of(), null, 0, false, asked.system(), asked.all(), text,
                asked.groupBy()), target.moment(text));
    }

    /** Returns how many rows are shown at most. */
    private static int rows(int wanted) {
        return Math.max(1, Math.min(wanted, MOST_ROWS));
    }

    /** Returns how many rows have to be kept to know those that are shown. */
    private static int most(Question.Overview asked) {
        return SourceTarget.limit(Math.max(1, (int) Math.min(SourceTarget.MOST_ROWS,
                (long) Math.max(0, asked.offset()) + rows(asked.limit()))));
    }

    private static List<Tally> outcomes(Source.Turnover turnover) {
        return turnover.outcomes().entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getKey() != Outcome.RETURNED)
                .map(each -> new Tally(each.getKey().word(), each.getValue())).sorted(MOST_FREQUENT).toList();
    }

    private static final Comparator<Tally> MOST_FREQUENT = Comparator.comparingLong(Tally::count).reversed()
            .thenComparing(Tally::word);

    /** Counts the live tasks. */
    private static final class Count {

        private final boolean system;
        private final boolean folded;
        private final Map<String, Long> states = new HashMap<>();
        private long live;
        private long all;

        Count(boolean system, boolean folded) {
            this.system = system;
            this.folded = folded;
        }

        void see(Glimpse seen) {
            all++;
            if ((system || !seen.system()) && (folded || !seen.folded())) {
                live++;
                states.merge(seen.tally(), 1L, Long::sum);
            }
        }

        List<Tally> states() {
            return states.entrySet().stream().map(each -> new Tally(each.getKey(), each.getValue()))
                    .sorted(MOST_FREQUENT).toList();
        }
    }

    /** What is shown beside the counts. */
    private static class Rows {

        private int from;
        private int end;

        void live(Glimpse seen) {}

        void rest() throws Refusal {}

        TaskList tasks() {
            return null;
        }

        GroupList groups() {
            return null;
        }

        PoolList pools() {
            return null;
        }

        Whereabouts task() {
            return null;
        }

        /** Chooses the rows that are shown of those that there are. */
        final void cut(Question.Overview asked, int there) {
            int limit = Survey.rows(asked.limit());
            from = Math.max(0, Math.min(asked.offset(), there - limit));
            end = Math.min(there, from + limit);
        }

        final int from() {
            return from;
        }

        final int end() {
            return end;
        }

        final long offset() {
            return from;
        }
    }
}
