// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Task;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Story;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of live tasks 1 is main, 12 a checkout and 42 an order; of ended ones 43 failed, 44 was cancelled, 45 returned. */
class QueryTest {

    private static final Moment NOON = new Moment(Story.NOON, Story.ago(3_600));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                | 1 12 42",
        "order                             | 12 42",
        "ORDERJOB                          | 42",
        "no-such-text                      | ''",
        "Checkout.order:77                 | 12 42",
        "order:77                          | 12 42",
        "Checkout.order(Checkout.java:77)  | 12 42",
        "'\"kind:pool\"'                   | ''",
        "kind:pool                         | 12",
        "kind:POOL,virtual                 | 12 42",
        "kind=pool                         | 12",
        "kind!=pool                        | 1 42",
        "kind!=pool,virtual                | 1",
        "-kind:pool                        | 1 42",
        "not kind:pool                     | 1 42",
        "not not kind:pool                 | 12",
        "kind:*t*                          | 1 42",
        "state:running                     | 1 12",
        "state:running -kind:thread        | 12",
        "state:running and kind:thread     | 1",
        "kind:thread or kind:pool          | 1 12",
        "kind:thread or kind:pool OrderJob | 1",
        "(kind:thread or kind:virtual) (order or main) | 1 42",
        "-(kind:thread or kind:pool)       | 42",
        "NOT (kind:thread OR kind:pool)    | 42",
        "name:job                          | 42",
        "name=job                          | ''",
        "name:*job                         | 42",
        "name:job*                         | ''",
        "name:\"Check\"                    | 12",
        "name:?ain                         | 1",
        "site:Shop.open                    | 12",
        "site:com.acme.shop.*              | 12 42",
        "thread:pool-1,pool-2              | 12 42",
        "waiting:latch                     | 42",
        "frame:java.util.concurrent.*      | 12 42",
        "frame:com.acme.*                  | 12 42",
        "frame:nowhere                     | ''",
        "parent:root                       | 1",
        "parent:main                       | 12",
        "parent:12                         | 42",
        "parent:1                          | 12",
        "id:12,42                          | 12 42",
        "id>12                             | 42",
        "id<=12                            | 1 12",
        "id!=12                            | 1 42",
        "age>10s                           | 1 12 42",
        "age>5m                            | 1 12",
        "age>90m                           | 12",
        "age<5m                            | 42",
        "age>=3.0m                         | 1 12 42",
        "duration>1h                       | 12",
        "order Checkout                    | 12 42",
        "'com.acme.*open'                  | 12",
    })
    void letsLiveTasksThrough(String filter, String ids) throws Refusal {
        assertThat(through(filter, false, Story.main(), Story.checkout(), Story.order())).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "outcome:failed,cancelled   | 43 44",
        "outcome:fail*              | 43",
        "error:IllegalStateException | 43",
        "error:sqlexception         | 43",
        "error:\"no stock for\"     | 43",
        "error:*Exception           | 43 44",
        "-error:*                   | 45",
        "cause:12                   | 44",
        "cause:Checkout             | 44",
        "cause:customer             | 44",
        "cause:cancel               | 44",
        "cause!=12                  | 43 45",
        "frame:OrderJob.run         | 43 44",
        "duration>=124s             | 44 45",
        "duration<123500ms          | 43",
        "ended<1m                   | 44 45",
        "stock                      | 43",
    })
    void letsEndedTasksThrough(String filter, String ids) throws Refusal {
        assertThat(through(filter, true, Story.failed(), Story.cancelled(), Story.returned())).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "label:order             | 1 12",
        "label:order=17          | 1",
        "label:ORDER=17          | 1",
        "label:order=1           | ''",
        "label:order=17*         | 1 12",
        "label:order=17,order=170 | 1 12",
        "label=order=170         | 12",
        "label!=order=17         | 12 42",
        "-label:*                | 42",
        "label:acme              | 12",
        "label:\"customer=Acme Inc\" | 12",
        "'Acme Inc'              | 12",
        "label:170 kind:pool     | 12",
    })
    void findsTasksByTheirLabels(String filter, String ids) throws Refusal {
        Task main = Story.main().labelled(Map.of("order", "17"));
        Task checkout = Story.checkout().labelled(Map.of("order", "170", "customer", "Acme Inc"));

        assertThat(through(filter, false, main, checkout, Story.order())).isEqualTo(ids.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "kind:poool          |  5 | no kind poool, did you mean pool?",
        "order knd:pool      |  6 | no field knd, did you mean kind?",
        "colour=red          |  0 | no field colour",
        "kind:               |  5 | kind: needs a value",
        "kind: pool          |  5 | kind: needs a value",
        "age>soon            |  4 | age is a length of time, not \"soon\"",
        "age:10s             |  3 | no length of time is ever exactly the same",
        "name>a              |  4 | name has no order",
        "id:x                |  3 | id is a number, not \"x\"",
        "(kind:pool          |  0 | a parenthesis is not closed",
        "kind:pool)          |  9 | a parenthesis is closed that was not opened",
        "()                  |  1 | something is missing here",
        "kind:pool or        | 12 | something is missing at the end",
        "or kind:pool        |  0 | something is missing here",
        "not                 |  3 | something is missing at the end",
        "a \"b c             |  2 | a quote is not closed",
        "outcome:failed      |  0 | a live task has no outcome",
        "kind:pool or count>3 | 13 | what is asked of groups stands beside the rest, not inside of or, not or parentheses",
    })
    void pointsAtWhatIsWrong(String filter, int place, String message) {
        assertThatThrownBy(() -> Query.parse(filter, false, true)).hasMessage(message)
                .isInstanceOfSatisfying(Refusal.class, wrong -> {
                    assertThat(wrong.place()).isEqualTo(new Refusal.Place(filter, place));
                    assertThat(wrong.status()).isEqualTo(2);
                });
    }

    @Test
    void asksHowManyTasksAGroupHasBesideWhatItAsksOfTasks() throws Refusal {
        Query query = Query.parse("kind:pool count>=2 live<10", false, true);

        assertThat(Stream.of(1, 2, 9, 10).map(query::holds)).containsExactly(false, true, true, false);
        assertThat(through("kind:pool count>=2", false, Story.checkout(), Story.order())).isEqualTo("12");
    }

    @Test
    void leavesAPlainWordToTargetsThatKnowNoFilters() throws Refusal {
        assertThat(Query.parse("OrderJob", false, false).plain()).isEqualTo("OrderJob");
        assertThat(Query.parse("'no stock *'", true, false).plain()).isEqualTo("no stock *");
        for (String more : List.of("a b", "a*", "-a", "kind:pool", "", " ")) {
            assertThat(Query.parse(more, false, false).plain()).as(more).isNull();
        }
    }

    @Test
    void takesNothingForCertainThatIsNotKnown() throws Refusal {
        var young = new Moment(Story.NOON, null);

        assertThat(Query.parse("age>1s or age<1s", false, false).holds(seen(Story.main()), young)).isFalse();
        assertThat(Query.parse("age<90m", false, false).holds(seen(Story.main()), NOON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesOrReadsWhateverIsWritten(long seed) {
        var random = new SplittableRandom(seed);
        String[] pieces = {"kind", ":", "pool", " ", "(", ")", "\"", "-", "not ", " or ", ">", "=", "age", "10s", ",", "*"};
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(1, 12), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            try {
                Query.parse(text.toString(), false, true).holds(seen(Story.order()), NOON);
            } catch (Refusal e) {
                assertThat(e.place().at()).as(text.toString()).isBetween(0, text.length());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a*c, abc, true", "a*c, ac, true", "a*c, abcd, false", "*, '', true", "a?c, abc, true", "a?c, ac, false",
        "A*B*C, axxbyyc, true", "a*b*c, axxcyyb, false", "**x, x, true"})
    void matchesGlobsFromEndToEnd(String glob, String text, boolean matches) {
        assertThat(Glob.of(glob, false).in(text)).isEqualTo(matches);
    }

    private static String through(String filter, boolean ended, Task... tasks) throws Refusal {
        Query query = Query.parse(filter, ended, true);
        return String.join(" ", Stream.of(tasks).filter(task -> query.holds(seen(task), NOON))
                .map(task -> Long.toString(task.id())).toList());
    }

    private static Sighting seen(Task task) {
        return new Sighting(task, false, false, task.id() > 1 ? Story.ORDERING : List.of());
    }
}
