// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many tasks were created, ended and failed in each of the last seconds, by the target's clock.
 *
 * @param samples the seconds, oldest first
 * @param at when the counts below were true; null if there are none yet
 * @param created how many had been created then
 * @param ended how many had ended
 * @param failed how many had failed or run out of time
 */
record Trend(List<Sample> samples, Instant at, long created, long ended, long failed) {

    private static final int MOST = 120;
    private static final int OVER = 5;
    private static final String BARS = " ▁▂▃▄▅▆▇█";

    static final Trend EMPTY = new Trend(List.of(), null, 0, 0, 0);

    /** What is counted. */
    enum Count { CREATED, ENDED, FAILED }

    /**
     * What happened in one second; nothing is known of it where it is not heard of.
     *
     * @param second the second since 1970
     */
    record Sample(long second, long created, long ended, long failed) {

        long of(Count count) {
            return switch (count) {
                case CREATED -> created;
                case ENDED -> ended;
                case FAILED -> failed;
            };
        }
    }

    /** Returns the trend with what an overview tells; what happened since the last one is spread over the seconds. */
    Trend with(Overview overview) {
        long failures = overview.outcomes().stream().filter(Trend::isFailure).mapToLong(Tally::count).sum();
        Trend now = new Trend(samples, overview.at(), overview.created(), overview.ended(), failures);
        return at == null ? now : now.and(overview.at().getEpochSecond(), Math.max(0, now.created - created),
                Math.max(0, now.ended - ended), Math.max(0, now.failed - failed), at.getEpochSecond());
    }

    private static boolean isFailure(Tally tally) {
        return "failed".equals(tally.word()) || "timed-out".equals(tally.word());
    }

    /** Returns the trend with a moment in which nothing happened. */
    Trend still(Instant moment) {
        return at == null || !moment.isAfter(at) ? this : new Trend(samples, moment, created, ended, failed)
                .and(moment.getEpochSecond(), 0, 0, 0, at.getEpochSecond());
    }

    private Trend and(long second, long more, long gone, long bad, long before) {
        List<Sample> all = new ArrayList<>(samples);
        long span = Math.max(1, Math.min(MOST, second - before));
        for (long i = 0; i < span; i++) {
            add(all, new Sample(second - span + 1 + i, share(more, i, span), share(gone, i, span), share(bad, i, span)));
        }
        return new Trend(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())), at, created, ended,
                failed);
    }

    private static long share(long whole, long part, long parts) {
        return whole * (part + 1) / parts - whole * part / parts;
    }

    private static void add(List<Sample> all, Sample more) {
        Sample last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && last.second >= more.second) {
            all.set(all.size() - 1, new Sample(last.second, last.created + more.created, last.ended + more.ended,
                    last.failed + more.failed));
        } else {
            all.add(more);
        }
    }

    /** Returns how many there were in a second, over the last few whole ones; -1 if nothing is known yet. */
    double rate(Count count) {
        if (samples.size() < 2) {
            return -1;
        }
        long end = samples.get(samples.size() - 1).second;
        long begin = Math.max(end - OVER, samples.get(0).second);
        return samples.stream().filter(each -> each.second >= begin && each.second < end)
                .mapToLong(each -> each.of(count)).sum() / (double) (end - begin);
    }

    /** Returns the last seconds as bars, the newest whole second last; a second that is not known is a blank. */
    String bars(Count count, int width) {
        long end = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).second;
        long[] values = new long[width];
        Arrays.fill(values, -1);
        long most = 1;
        for (Sample each : samples) {
            long place = width - (end - each.second);
            if (place >= 0 && place < width) {
                values[(int) place] = each.of(count);
                most = Math.max(most, each.of(count));
            }
        }
        var bars = new StringBuilder(width);
        for (long value : values) {
            bars.append(value < 0 ? ' ' : value == 0 ? '▁' : BARS.charAt((int) Math.max(2, Math.round(8.0 * value / most))));
        }
        return bars.toString();
    }
}
