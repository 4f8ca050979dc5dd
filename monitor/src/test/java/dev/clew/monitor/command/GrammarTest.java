// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {

    @ParameterizedTest
    @CsvSource({"p,ps", "w 1,where 1", "pt,ps-terminated", "pst,ps-terminated", "wt 1,where-terminated 1",
            "ca 1,cancel 1", "st,stacktrace", "stack,stacktrace", "?,help", "h,help", "q,exit", "quit,exit"})
    void understandsAliases(String alias, String name) throws Refusal {
        assertThat(parse(alias)).isEqualTo(parse(name));
    }

    @Test
    void readsEveryOptionOfPs() throws Refusal {
        assertThat(question("ps -f '\"a b\"' --kind pool,virtual --kind=timer --state waiting --sort -age -n 5 -p --all "
                + "--system")).isEqualTo(new Question.Ps("a b", List.of(Kind.POOL, Kind.VIRTUAL, Kind.TIMER),
                List.of(State.WAITING), "-age", 5, true, true, true));
    }

    @Test
    void takesABareWordOfPsAsItsFilter() throws Refusal {
        assertThat(question("ps Order")).isEqualTo(question("ps --filter Order"));
    }

    @Test
    void takesSeveralWordsAndNegationsAsOneFilter() throws Refusal {
        assertThat(question("ps kind:pool -state:running 'age>10s'"))
                .isEqualTo(question("ps --filter 'kind:pool -state:running age>10s'"))
                .isEqualTo(new Question.Ps(null, List.of(), List.of(), null, 1000, false, false, false,
                        "kind:pool -state:running age>10s", null));
        assertThat(question("pt --group-by error count>3")).isEqualTo(new Question.PsTerminated(null, List.of(),
                List.of(), null, 1000, false, false, false, false, "count>3", "error"));
        assertThat(question("ps kind:pool").needs()).containsExactly("filter");
        assertThat(question("ps Order").needs()).isEmpty();
    }

    @Test
    void takesJavaAsItIsWritten() throws Refusal {
        assertThat(parse("console")).isEqualTo(new Request.Evaluate(null, null, null, new Form.Text()));
        assertThat(parse("console 'Shop.sell(\"rope\")' + 1"))
                .isEqualTo(new Request.Evaluate("Shop.sell(\"rope\") + 1", null, null, new Form.Text()));
        assertThat(parse("console -e '-1' --loader 3 --wait 2s --json"))
                .isEqualTo(new Request.Evaluate("-1", "3", Duration.ofSeconds(2), new Form.Json()));
        assertThatThrownBy(() -> parse("console -e 1 2")).hasMessage("--eval and statements are both there");
        assertThatThrownBy(() -> parse("console --json")).hasMessage("--json needs statements");
    }

    @Test
    void readsFormAndRepetition() throws Refusal {
        var ask = (Request.Ask) parse("ps --format '{id} {name}' --watch 500ms --times 3");

        assertThat(ask.form()).isEqualTo(new Form.Template("{id} {name}"));
        assertThat(ask.repeat()).isEqualTo(new Repeat(Duration.ofMillis(500), 3));
        assertThat(((Request.Ask) parse("ps --csv")).repeat()).isEqualTo(Repeat.ONCE);
        assertThat(((Request.Ask) parse("ps --watch 2s")).repeat().endless()).isTrue();
    }

    @Test
    void readsWhatChanges() throws Refusal {
        assertThat(parse("diff 30s kind:pool -state:running --group-by name -n 5")).isEqualTo(new Request.Compare(
                new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false, "kind:pool -state:running",
                        "name"), Duration.ofSeconds(30), 5, new Form.Text()));
        assertThat(parse("watch outcome:failed --every 2s --times 4 --json")).isEqualTo(new Request.Follow(
                "outcome:failed", new Repeat(Duration.ofSeconds(2), 4), false, new Form.Json()));
        assertThat(question("tree kind:pool -n 7 --all")).isEqualTo(new Question.Tree("kind:pool", 7, false, true));
        assertThat(question("tree --tasks").needs()).containsExactly("tree");
        assertThat(question("tree -n 7")).isEqualTo(new Question.Origins(7, false));
        assertThat(question("tree").needs()).containsExactly("counts");
    }

    @Test
    void readsWhatCountsSites() throws Refusal {
        assertThat(question("sites")).isEqualTo(new Question.Sites(null, List.of(), null, 1000, 0, null, false));
        assertThat(question("sites 30s kind:pool live>5 --sort -rate -n 3 --group-by class")).isEqualTo(
                new Question.Sites("kind:pool live>5", List.of(), "-rate", 3, 30_000, "class", false));
        assertThat(question("sites Order --window 1m --kind virtual")).isEqualTo(
                new Question.Sites("Order", List.of(Kind.VIRTUAL), null, 1000, 60_000, null, false));
        assertThat(question("sites 10")).as("a number without a unit is text").isEqualTo(
                new Question.Sites("10", List.of(), null, 1000, 0, null, false));
        assertThatThrownBy(() -> parse("sites 2m")).hasMessageContaining("from 1s to 1m");
        assertThatThrownBy(() -> parse("sites 2s --window 3s")).hasMessageContaining("twice");
        assertThatThrownBy(() -> parse("sites Order --filter x")).hasMessageContaining("twice");
        assertThatThrownBy(() -> parse("sites --group-by clas")).hasMessageContaining("did you mean class?");
        assertThatThrownBy(() -> parse("sites age>10s")).hasMessage("a site has no age");
        assertThatThrownBy(() -> parse("ps rate>10")).hasMessageContaining("rate");
    }

    @Test
    void pointsAtWhatIsWrongInAFilter() {
        assertThatThrownBy(() -> parse("ps kind:pol age>10s")).isInstanceOfSatisfying(Refusal.class,
                wrong -> assertThat(wrong.place()).isEqualTo(new Refusal.Place("kind:pol age>10s", 5)))
                .hasMessage("no kind pol, did you mean pool?");
    }

    @Test
    void limitsRowsForPeopleOnly() throws Refusal {
        assertThat(((Question.Ps) question("ps")).limit()).isEqualTo(1000);
        assertThat(((Question.Ps) question("ps --json")).limit()).isZero();
        assertThat(((Question.Ps) question("ps --json -n 3")).limit()).isEqualTo(3);
    }

    @Test
    void readsEveryOptionOfPsTerminated() throws Refusal {
        assertThat(question("pt --outcome timed-out,FAILED --unobserved --persistent --sort duration")).isEqualTo(
                new Question.PsTerminated(null, List.of(), List.of(Outcome.TIMED_OUT, Outcome.FAILED), "duration",
                        1000, true, true, false, false));
    }

    @Test
    void readsActs() throws Refusal {
        assertThat(question("cancel 7 --reason \"too slow\" --wait 3s"))
                .isEqualTo(new Question.Cancel(7, 3_000, "too slow"));
        assertThat(question("cancel --wait=250ms #7")).isEqualTo(new Question.Cancel(7, 250, null));
        assertThat(question("interrupt 7")).isEqualTo(new Question.Interrupt(7, null));
        assertThat(question("signal SIGTERM")).isEqualTo(new Question.Signal("SIGTERM"));
        assertThat(question("detach")).isEqualTo(new Question.Detach());
    }

    @Test
    void readsStacktraces() throws Refusal {
        assertThat(question("st")).isEqualTo(new Question.Stacktrace(0, false, 100));
        assertThat(question("st all -n 0")).isEqualTo(new Question.Stacktrace(0, true, 0));
        assertThat(question("st 9 --json")).isEqualTo(new Question.Stacktrace(9, false, 0));
    }

    @Test
    void marksJson() throws Refusal {
        assertThat(((Request.Ask) parse("status --json")).form()).isEqualTo(new Form.Json());
        assertThat(((Request.Ask) parse("status")).form()).isEqualTo(new Form.Text());
    }

    @Test
    void findsHelpBehindEveryCommand() throws Refusal {
        for (Command command : Grammar.commands()) {
            assertThat(parse(command.name() + " --help")).isEqualTo(new Request.Help(command));
            assertThat(parse("help " + command.name())).isEqualTo(new Request.Help(command));
        }
        assertThat(parse("help")).isEqualTo(new Request.Help(null));
    }

    @Test
    void readsTheExamplesOfItsOwnHelp() throws Refusal {
        for (Command command : Grammar.commands()) {
            for (String example : command.examples()) {
                assertThat(parse(example)).as(example).isNotNull();
            }
        }
    }

    @Test
    void readsWhatToPreserve() throws Refusal {
        assertThat(question("preserve")).isEqualTo(new Question.Preserve(null, false));
        assertThat(question("preserve 'nightly-*'")).isEqualTo(new Question.Preserve("nightly-*", false));
        assertThat(question("preserve --remove a.B")).isEqualTo(new Question.Preserve("a.B", true));
        assertThat(question("preserve").acts()).isFalse();
        assertThat(question("preserve --remove a.B").acts()).isTrue();
    }

    @Test
    void doesNothingForAnEmptyLine() throws Refusal {
        assertThat(parse("   # just a remark")).isEqualTo(new Request.Nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wher 1         | no such command \"wher\", did you mean where?; help lists the commands",
        "frobnicate     | no such command \"frobnicate\"; help lists the commands",
        "ps --knd pool  | ps has no option --knd, did you mean --kind?; usage: ps [options] [FILTER] (help ps says more)",
        "ps --kind      | --kind needs a value, KIND,...; usage: ps [options] [FILTER] (help ps says more)",
        "ps --json=yes  | --json takes no value; usage: ps [options] [FILTER] (help ps says more)",
        "where 1 2      | where has one argument too many, 2; usage: where [options] ID (help where says more)",
        "ps --json --csv | --json and --csv are both there; usage: ps [options] [FILTER] (help ps says more)",
        "ps --times 3   | --times needs --watch; usage: ps [options] [FILTER] (help ps says more)",
        "ps --watch 1ms | --watch is at least 100ms, not \"1ms\"; write for example 2s",
        "ps --group-by sit | can't group by \"sit\", did you mean site?; group by one of site, kind, state, name, thread,"
                + " parent",
        "diff           | diff needs a length of time; usage: diff [options] TIME [FILTER] (help diff says more)",
        "diff soon      | diff is a length of time, not \"soon\"; write for example 500ms or 3s",
        "watch --every 1ms | --every is at least 100ms, not \"1ms\"; write for example 2s",
        "ps count>3     | count and live are about groups; add --group-by, for example --group-by site",
        "ps -f a b      | the filter is there twice; usage: ps [options] [FILTER] (help ps says more)",
        "ps -n many     | --limit is a number, not \"many\"; 0 means all",
        "ps --state idle | --state can't be \"idle\"; it is one of queued, running, waiting, blocked, ended",
        "pt --sort colour -n x | --limit is a number, not \"x\"; 0 means all",
        "where          | where needs the id of a task; usage: where [options] ID (help where says more)",
        "where x        | \"x\" is not the id of a task; ids are the numbers that ps shows",
        "cancel 1 --wait soon | --wait is a length of time, not \"soon\"; write for example 500ms or 3s",
        "preserve a --remove b | preserve adds a pattern or removes one, not both; usage: preserve [options] [PATTERN]"
                + " (help preserve says more)",
        "preserve --remove | --remove needs a value, PATTERN; usage: preserve [options] [PATTERN] (help preserve says"
                + " more)",
        "signal         | signal needs the name of a signal; usage: signal [options] NAME (help signal says more)",
        "status now     | status takes no arguments; usage: status [options] (help status says more)",
        "ps 'a          | a quote is not closed; end it with '",
    })
    void refusesWrongUsageOnOneLine(String line, String refusal) {
        assertThatThrownBy(() -> parse(line)).isInstanceOfSatisfying(Refusal.class, wrong -> {
            assertThat(wrong.line()).isEqualTo(refusal);
            assertThat(wrong.status()).isEqualTo(2);
        });
    }

    @Test
    void guessesConstants() {
        assertThatThrownBy(() -> parse("ps --state wating"))
                .hasMessage("--state can't be \"wating\", did you mean waiting?");
    }

    private static Question question(String line) throws Refusal {
        return ((Request.Ask) parse(line)).question();
    }

    private static Request parse(String line) throws Refusal {
        return Grammar.parse(Words.of(line));
    }
}
