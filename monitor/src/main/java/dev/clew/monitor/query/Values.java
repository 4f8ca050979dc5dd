// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values that a field is compared with, one condition each.
 *
 * @param parser where they stand
 * @param field what is compared
 * @param comparison how
 */
record Values(QueryParser parser, Field field, Comparison comparison) {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(us|ms|s|m|h|d)?");
    private static final Map<String, Long> MICROS = Map.of("us", 1L, "ms", 1_000L, "s", 1_000_000L, "m", 60_000_000L,
            "h", 3_600_000_000L, "d", 86_400_000_000L);

    Condition next() throws Refusal {
        int begin = parser.at();
        Glob value = parser.value(true);
        if (value.text().isEmpty() && parser.at() == begin) {
            throw parser.wrong(begin, field.word() + comparison.sign() + " needs a value", "write it without a blank");
        }
        return switch (field.sort()) {
            case WORD -> word(begin, value);
            case TEXT -> text(value);
            case NUMBER -> number(begin, value.text());
            case TIME -> time(begin, value.text());
        };
    }

    private Condition word(int begin, Glob value) throws Refusal {
        if (!value.wild() && field.words().stream().noneMatch(value::equal)) {
            throw parser.wrong(begin, "no " + field.word() + " " + value.text()
                    + Suggestion.of(value.text(), field.words()), "it is one of " + String.join(", ", field.words()));
        }
        return new Condition.Text(field, comparison == Comparison.HAS ? Comparison.EQUALS : comparison, value);
    }

    private Condition text(Glob value) {
        if (field == Field.LABEL && comparison == Comparison.HAS && value.text().indexOf('=') > 0) {
            return new Condition.Text(field, Comparison.EQUALS, value); // order=17 does not mean order=170
        }
        boolean id = (field == Field.PARENT || field == Field.CAUSE) && value.text().matches("[0-9]{1,18}");
        return id ? new Condition.Number(field, comparison, Long.parseLong(value.text()))
                : new Condition.Text(field, comparison, value);
    }

    private Condition number(int begin, String value) throws Refusal {
        if (!value.matches("[0-9]{1,18}")) {
            throw parser.wrong(begin, field.word() + " is a number, not \"" + value + "\"", "write for example "
                    + field.word() + ">100");
        }
        return new Condition.Number(field, comparison, Long.parseLong(value));
    }

    private Condition time(int begin, String value) throws Refusal {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw parser.wrong(begin, field.word() + " is a length of time, not \"" + value + "\"",
                    "write for example " + field.word() + ">10s; units are us, ms, s, m, h and d");
        }
        if (!comparison.orders()) {
            throw parser.wrong(begin - comparison.sign().length(), "no length of time is ever exactly the same",
                    "compare it with < or >");
        }
        long micros = MICROS.get(matcher.group(2) == null ? "s" : matcher.group(2));
        BigDecimal wanted = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(micros));
        return new Condition.Time(field, comparison, Duration.ofNanos(wanted.longValue() * 1_000));
    }
}
