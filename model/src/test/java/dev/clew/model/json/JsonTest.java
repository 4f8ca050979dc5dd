// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.OwnArgument;
import dev.clew.model.OwnCommand;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.CommandList;
import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.LoaderList;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.OriginTree;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.PoolList;
import dev.clew.model.answer.Pulse;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000007Z");
    private static final Frame FRAME = new Frame("com.acme.Orders$1", "run", "Orders.java", 12);
    private static final Failure FAILURE = new Failure("java.lang.Error", null, List.of(FRAME),
            new Failure("a.B", "why \u0000", List.of(), null));
    private static final Cause CAUSE = new Cause("cancel", 3L, "boss", Kind.THREAD, "running", "main", NOON,
            List.of(FRAME), "deploy");
    private static final Ending ENDING = new Ending(Outcome.TIMED_OUT, NOON, FAILURE, false, CAUSE);
    private static final Task LIVE = new Task(7, Kind.POOL, "Order", State.WAITING, FRAME, Parent.of(3, "boss"), NOON,
            null, "pool-1", "a lock", true, 0, null, null);
    private static final Task ENDED = new Task(8, Kind.FUTURE, "Order", State.ENDED, null, Parent.unknown("dropped"),
            null, NOON, null, null, false, 0, "before attach", ENDING);

    static List<Answer> answers() {
        var origin = new OriginStep(1L, "main", Kind.THREAD, Capture.SAMPLED, null, List.of(FRAME), 2);
        return List.of(
                new TaskList(5, 4, 2, 1, 9, List.of(LIVE.labelled(Map.of("order", "17")), ENDED)),
                new TaskList(0, 0, 0, 0, 0, List.of()),
                new Whereabouts(ENDED, List.of(origin), List.of(FRAME), null, List.of(1L, 2L), List.of("x"),
                        List.of(CAUSE), List.of(victim(Outcome.CANCELLED, 340L), victim(null, null)), 99_800,
                        List.of(interrupt(Fate.RECEIVED, "InterruptedException"), interrupt(Fate.PENDING, null)), 3),
                new ActReport("cancel", 7, "Order", "still-running", "It goes on."),
                new StackDump(List.of(new StackDump.Entry(LIVE, "RUNNABLE", List.of())), 3),
                new StatusReport("0.1", 1, 42, "shop", "com.acme.Shop", "25", NOON, "attach", 1, 2, 3, 4, 5,
                        List.of(new StatusReport.Part("live", 10)), 100, 5,
                        List.of(new StatusReport.Hook("Thread.start", "on", 3, 0)), List.of("gap"), List.of("/a"),
                        new StatusReport.Door("127.0.0.1:20101", "read", "/t"),
                        List.of(new StatusReport.Cost("creation", 85, 12))),
                new PatternList(List.of(new PatternList.Pattern("a*", "option", 3, 4))),
                new GroupList("site", 9, 8, 7, 1, 1, 2, 3, List.of(new GroupList.Group(FRAME.toString(), FRAME, 6,
                        List.of(new GroupList.Tally("waiting", 5), new GroupList.Tally(null, 1)), 7, NOON, 12))),
                new TaskTree(9, 8, 1, 2, List.of(new TaskTree.Branch(0, 0, 6, null, null, null, null, List.of(), null,
                        "before attach"), new TaskTree.Branch(1, 6, 6, 7L, Kind.POOL, "job-*", FRAME,
                        List.of(new GroupList.Tally("waiting", 6)), NOON, null))),
                new SiteList("site", NOON, 9_800, 9, 2, 1, 5, 12, List.of(new SiteList.SiteCount(FRAME.toString(), FRAME,
                        Kind.POOL, 5, 12, 3, 2, 1, 1, List.of(new GroupList.Tally("returned", 4)),
                        new SiteList.Spread(7, 340L, 9_000L), new SiteList.Spread(0, null, null),
                        List.of(new GroupList.Tally("sampled", 12)), null))),
                new OriginTree(NOON, 5, 12, 1, List.of(new OriginTree.Offshoot(1, 2, Kind.POOL, "OrderJob", FRAME, 1, 4, 12,
                        5, List.of(new GroupList.Tally("exact", 12)), null))),
                new CommandList(List.of(new OwnCommand("orders", "list the orders", true, 10_000, List.of(
                        new OwnArgument("how", "choice", List.of("soft", "hard"), "", true, false, true)))), List.of("x")),
                new CommandAnswer("orders", List.of(), List.of("id", "total", "open", "who"), List.of(row(),
                        Map.of("who", "a \"b\"\n\u0000", "id", -123_456_789_012_345_678L)), -1),
                new CommandAnswer("orders", List.of("a", ""), List.of(), List.of(), 3),
                new ChoiceList(List.of("acme", "Acme Inc")),
                new ConsoleReport("c3", "idle", "app", "out\n", 2, List.of(new ConsoleResult("value", "$1", "int", "42",
                        null, List.of(new ConsoleResult.Problem("no such name", "x + y", 4)), "note"))),
                new ConsoleChoices(true, 3, List.of("orders"), List.of("int size()"), null),
                new ConsoleNames(List.of(new ConsoleNames.Name("variable", "x", "int", "42"))),
                new LoaderList(List.of(new LoaderList.Loader(1, "app", "AppClassLoader", 0, 12, true))),
                new Notice("done"), new Pulse(NOON),
                new Overview(NOON, 412, 3, List.of(new GroupList.Tally("waiting", 3)), 9, 6,
                        List.of(new GroupList.Tally("failed", 1)), 2, null, null, new PoolList(2, List.of(
                        new PoolList.Pool("a-*", "ThreadPoolExecutor", "running", 4, 1, 8L, 2L, 3L, 7L),
                        new PoolList.Pool("b-*", null, null, 2, 0, null, null, null, null))), null),
                new Overview(NOON, 412, 3, List.of(), 9, 6, List.of(), 2, new TaskList(4, 3, 1, 0, 2, List.of(LIVE)),
                        null, null, null));
    }

    private static Map<String, Object> row() {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", 17L);
        row.put("total", 9.5e300);
        row.put("open", true);
        row.put("who", null);
        return row;
    }

    private static Interruption interrupt(Fate fate, String as) {
        var by = new Cause("interrupt", 3L, "boss", Kind.THREAD, "running", "main", NOON, List.of(FRAME), null, 0,
                List.of(new OriginStep(1L, "main", Kind.THREAD, Capture.EXACT, null, List.of(FRAME), 0)));
        return new Interruption(by, fate, as, as == null ? null : NOON, List.of(FRAME), as != null);
    }

    private static Victim victim(Outcome outcome, Long micros) {
        return new Victim(9, "Order", Kind.POOL, "cancel", outcome, NOON, micros, micros == null,
                micros == null ? "pool-1" : null);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsEveryAnswerBack(Answer answer) throws Exception {
        var envelope = new Envelope(Variants.word(answer.getClass()), answer);

        assertThat(Json.read(Envelope.class, Json.write(envelope))).isEqualTo(envelope);
    }

    @Test
    void everyAnswerIsTested() {
        assertThat(answers()).extracting(answer -> Variants.word(answer.getClass()))
                .containsAll(Variants.of(Answer.class).words());
    }

    @Test
    void keepsTheOrderAndTheKindsOfAnyFields() throws Exception {
        String json = Json.write(new CommandAnswer("orders", List.of(), List.of("id"), List.of(row()), 0));

        assertThat(json).contains("\"rows\":[{\"id\":17,\"total\":9.5E+300,\"open\":true,\"who\":null}]");
        assertThatThrownBy(() -> Json.read(CommandAnswer.class, "{\"rows\":[{\"id\":[1]}]}"))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void readsAVariantWhoseWordComesLater() throws Exception {
        String text = "{\"answer\":{\"text\":\"a \\\"} ] b\"},\"kind\":\"notice\"}";

        assertThat(Json.read(Envelope.class, text).answer()).isEqualTo(new Notice("a \"} ] b"));
    }

    @Test
    void writesFieldsInOrderAndNullsAsNull() {
        assertThat(Json.write(LIVE)).isEqualTo("{\"id\":7,\"kind\":\"pool\",\"name\":\"Order\",\"state\":\"waiting\","
                + "\"site\":{\"class\":\"com.acme.Orders$1\",\"method\":\"run\",\"file\":\"Orders.java\",\"line\":12},"
                + "\"parent\":{\"relation\":\"task\",\"task\":3,\"name\":\"boss\",\"reason\":null},"
                + "\"createdAt\":\"2026-03-01T12:00:00.000007Z\",\"startedAt\":null,\"thread\":\"pool-1\","
                + "\"waitingOn\":\"a lock\",\"preserved\":true,\"runs\":0,\"note\":null,\"ending\":null,\"labels\":{}}");
    }

    @Test
    void writesSixDigitsOfASecondAlways() {
        assertThat(Json.write(new Moment(Instant.parse("2026-01-02T03:04:05Z"))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:05.000000Z\"}");
    }

    @Test
    void writesTimesBeforeTheEpoch() throws Exception {
        var moment = new Moment(Instant.parse("1969-12-31T23:59:59.999999Z"));

        assertThat(Json.read(Moment.class, Json.write(moment))).isEqualTo(moment);
    }

    @Test
    void readsHostileStringsBack() throws Exception {
        var hostile = List.of("", "\"", "\\", "\\u0000",
                "\u0000\u0001\u001f\u007f\u0080\u2028\u2029", "\n\r\t\b\f",
                "</script>",                "\ud83e\uddf6 clew", "\uffff\ufeff", "é漢字",
                "x".repeat(30_000), "\ud83e\uddf6".repeat(15_000), "\"".repeat(30_000), "\u0001".repeat(30_000));
        for (String text : hostile) {
            assertThat(Json.read(Notice.class, Json.write(new Notice(text))).text()).isEqualTo(text);
        }
    }

    @Test
    void neverWritesALineFeed() {
        assertThat(Json.write(new Notice("a\nb\r\nc"))).doesNotContain("\n", "\r");
    }

    @Test
    void replacesLoneSurrogates() throws Exception {
        var notice = new Notice("a\ud800b\udc00c\ud83e\uddf6\ud83e");

        assertThat(Json.read(Notice.class, Json.write(notice)).text())
                .isEqualTo("a\ufffdb\ufffdc\ud83e\uddf6\ufffd");
    }

    @Test
    void readsRandomStringsBack() throws Exception {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .forEach(text::appendCodePoint);
            assertThat(Json.read(Notice.class, Json.write(new Notice(text.toString()))).text())
                    .as("seed %d, round %d", seed, i).isEqualTo(text.toString());
        }
    }

    @Test
    void ignoresFieldsItDoesNotKnow() throws Exception {
        String text = "{\"new\":{\"a\":[1,{\"b\":null}]},\"text\":\"x\",\"more\":[[]]}";

        assertThat(Json.read(Notice.class, text)).isEqualTo(new Notice("x"));
    }

    @Test
    void takesAbsentFieldsAsNullZeroOrEmpty() throws Exception {
        assertThat(Json.read(TaskList.class, "{}")).isEqualTo(new TaskList(0, 0, 0, 0, 0, List.of()));
        assertThat(Json.read(TaskList.class, "{\"tasks\":null,\"total\":null}").tasks()).isEmpty();
    }

    @Test
    void takesAnUnknownWordAsNull() throws Exception {
        assertThat(Json.read(Task.class, "{\"kind\":\"coroutine\"}").kind()).isNull();
    }

    @Test
    void cutsAVeryLongStringAndSaysByHowMuch() throws Exception {
        String read = Json.read(Notice.class, Json.write(new Notice("x".repeat(1_000_000)))).text();

        assertThat(read).hasSizeLessThan(32_000).endsWith("xxx… (970000 more characters)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "{", "{\"text\"", "{\"text\":", "{\"text\":\"x",
            "{\"text\":\"\\u12", "{\"text\":\"\\uZZZZ\"}",
            "{\"total\":\"x\"}", "{\"total\":99999999999999999999}", "{\"tasks\":{}}",
            "{\"tasks\":[1]}", "\u0000", "GET / HTTP/1.1"})
    void refusesWhatIsNoRecord(String text) {
        assertThatThrownBy(() -> {
            Json.read(TaskList.class, text);
            Json.read(Notice.class, text);
        }).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"x\":" + "[".repeat(500_000);

        assertThatThrownBy(() -> Json.read(Notice.class, deep)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void refusesAnUnknownVariant() {
        assertThatThrownBy(() -> Json.read(Envelope.class, "{\"kind\":\"riddle\",\"answer\":{}}"))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("no answer is called riddle");
    }

    record Envelope(String kind, @Variant("kind") Answer answer) {}

    record Moment(Instant at) {}
}
