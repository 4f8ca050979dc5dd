// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import dev.clew.it.harness.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a planned program in Java: a class for each task, whose methods make its children and act on its victims. */
final class Scribe {

    private static final String HEAD = """
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            public final class Woven {

                private static final List<Round> ROUNDS = new ArrayList<>();

                public static void main(String[] words) throws Exception {
                    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
                        if (!(error instanceof Round.Torn || error instanceof Round.Stopped)) {
                            error.printStackTrace();
                        }
                    });
                    Script.run(Woven.class);
                    System.exit(0);
                }

                static void weave(String rounds) {
                    List<Round> running = new ArrayList<>();
                    for (int i = 0; i < Integer.parseInt(rounds); i++) {
                        running.add(begin());
                    }
                    running.forEach(Woven::finish);
                }

                static void linger() {
                    Round.gate = new CountDownLatch(1);
                    begin();
                }

                static void settle() {
                    Round.gate.countDown();
                    finish(ROUNDS.get(ROUNDS.size() - 1));
                }

                private static Round begin() {
                    Round r = new Round(%d);
                    ROUNDS.add(r);
                    make0(r);
                    return r;
                }

                private static void make0(Round r) {
                    %s
                }

                private static void finish(Round r) {
                    for (int node : new int[] {%s}) {
                        r.await(Round.OVER, node);
                    }
                    r.close();
                }
            }
            """;

    private final StringBuilder text = new StringBuilder();
    private final Plan plan;

    private Scribe(Plan plan) {
        this.plan = plan;
    }

    /** Returns the sources of a planned program; its main class is {@code Woven}. */
    static Sources sources(Plan plan) {
        Sources sources = Sources.of("Round.java").with("Woven.java", new Scribe(plan).write());
        return plan.modern() ? sources.with("PerTask.java", Sources.resource("PerTask.java")).preview(true) : sources;
    }

    private String write() {
        Node root = plan.nodes().get(0);
        String bodies = plan.nodes().stream().filter(Node::hasBody).map(node -> Integer.toString(node.id))
                .collect(Collectors.joining(", "));
        text.append(HEAD.formatted(plan.nodes().size(), root.fill(root.way.code), bodies));
        plan.nodes().stream().filter(node -> node.way.shape != Shape.NONE).forEach(this::type);
        return text.toString();
    }

    private void line(String template, Node node) {
        text.append("    ").append(node.fill(template)).append('\n');
    }

    private void type(Node node) {
        text.append("\n/** ").append(node).append(". */\n");
        text.append("final class N").append(node.id).append(node.way.shape.form).append(" {\n");
        line("final Round r;", node);
        line("int turns;", node);
        line("N$n(Round r) { this.r = r; }", node);
        line("public " + node.way.shape.method.replaceFirst("^(public|protected) ", ""), node);
        body(node);
        made(node).forEach(child -> make(node, child));
        node.victims.forEach(victim -> act(victim));
        scope(node);
        text.append("}\n");
    }

    private void body(Node node) {
        line("private Object body() {", node);
        if (node.fate.cut()) {
            line("    r.stopWhenInterrupted($n);", node);
            line("    return null;", node);
            line("}", node);
            return;
        }
        if (!node.hasBody()) {
            line("    throw new IllegalStateException(\"the generated program is wrong: $n runs\");", node);
            line("}", node);
            return;
        }
        line("    if (++turns == 1) {", node);
        line("        try { begin(); } catch (RuntimeException | Error e) { throw r.wrong($n, e); }", node);
        line("    }", node);
        if (node.runs > 1) {
            line("    if (turns < " + node.runs + ") { return null; }", node);
        }
        line("    try { " + node.fate.code + " } finally { r.open(Round.OVER, $n); }", node);
        line("}", node);
        begin(node);
    }

    /** Writes what comes before a body's end: children, acts, and what the end has to wait for. */
    private void begin(Node node) {
        line("private void begin() {", node);
        line("    r.begin($n);", node);
        if (node.late) {
            line("    r.await(Round.OVER, " + node.parent.id + ");", node);
        }
        made(node).stream().filter(child -> !child.way.has(Trait.SCOPED)).forEach(child -> line(child.streamed
                ? "    java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { if (i == $n % 8) { make$n(); } });"
                : "    make$n();", child));
        line("    r.open(Round.MADE, $n);", node);
        acts(node).forEach(victim -> line("    act$n();", victim));
        if (node.children.stream().anyMatch(child -> child.way.has(Trait.SCOPED))) {
            line("    scope();", node);
        }
        looks(node, true);
        node.children.stream().filter(child -> child.hasBody() && !child.late && !child.way.has(Trait.SCOPED))
                .forEach(child -> line("    r.await(Round.OVER, $n);", child));
        looks(node, false);
        if (node.lingers) {
            line("    r.linger();", node);
        }
        node.awaited.forEach(other -> line("    r.await(Round.ACTED, $n);", other));
        if (node.way == Way.INVOKE_ANY) {
            line("    r.await(Round.RUNNING, $t);", node);
        }
        if (!node.unawaited && plan.nodes().stream().filter(other -> other.way != Way.INVOKE_ANY)
                .anyMatch(other -> other.source == node || other.second == node)) {
            line("    r.await(Round.MADE, " + node.parent.id + ");", node);
        }
        plan.nodes().stream().filter(other -> other.actor == node && other.fate == Fate.SCOPE_CANCEL)
                .forEach(other -> line("    r.await(Round.RUNNING, $n);", other));
        line("}", node);
    }

    /** Returns the children that are made by calls of their own. */
    private static List<Node> made(Node node) {
        return node.children.stream().filter(child -> child.with == child).toList();
    }

    /** Writes the looks at results, of those to join before anything else is awaited or of the others. */
    private void looks(Node node, boolean joins) {
        node.children.stream().filter(child -> child.looked && child.joinable() == joins)
                .forEach(child -> line("    r.look($n);", child));
    }

    /** Returns whom a task acts on: first those that need not have come anywhere. */
    private static List<Node> acts(Node node) {
        List<Node> victims = new ArrayList<>(node.victims);
        victims.sort(Comparator.comparing((Node victim) -> waits(victim)).thenComparing(victim -> victim.id));
        return victims;
    }

    private static boolean waits(Node victim) {
        return victim.fate.hangs() || victim.fate == Fate.ABANDON;
    }

    private void make(Node node, Node child) {
        boolean scoped = child.way.has(Trait.SCOPED);
        line("private void make$n(" + (scoped ? "StructuredTaskScope<Object, ?> scope" : "") + ") {", child);
        line("    " + (inOwnPool(node) ? child.way.code.replace("$w.fork()", "ForkJoinPool.commonPool().submit($w)")
                : child.way.code), child);
        line("}", child);
    }

    /** Whether what a task forks may end in a pool that is shut down at once, and so be interrupted with it. */
    private static boolean inOwnPool(Node node) {
        return node != null && (node.way == Way.OWN_FORK || inOwnPool(node.parent));
    }

    private void act(Node victim) {
        line("private void act$n() {", victim);
        line("    r.await(Round.MADE, " + victim.parent.id + ");", victim);
        if (waits(victim)) {
            line("    r.await(Round.RUNNING, " + (victim.fate.hangs() ? "$n" : "$s") + ");", victim);
        }
        line("    " + victim.fate.deed, victim);
        if (victim.fate.released() || !victim.hasBody()) {
            line("    r.open(Round.ACTED, $n);", victim);
        }
        line("}", victim);
    }

    private void scope(Node node) {
        List<Node> subtasks = node.children.stream().filter(child -> child.way.has(Trait.SCOPED)).toList();
        if (subtasks.isEmpty()) {
            return;
        }
        line("private void scope() {", node);
        line("    try (var scope = StructuredTaskScope.open(" + node.joining.arguments + ")) {", node);
        subtasks.forEach(child -> line("        make$n(scope);", child));
        if (node.joining == Joining.LEFT) {
            line("        r.await(Round.RUNNING, $n);", subtasks.get(0));
            line("        if (turns > 0) { throw new Round.Torn($n); }", node);
        }
        line("        scope.join();", node);
        line("    } catch (StructuredTaskScope.FailedException | StructuredTaskScope.TimeoutException e) {", node);
        line("        // One of them is meant to fail, or to last too long.", node);
        if (node.joining == Joining.LEFT) {
            line("    } catch (Round.Torn e) {", node);
            line("        // So it is left without waiting.", node);
        }
        line("    } catch (InterruptedException e) {", node);
        line("        throw new IllegalStateException(\"the generated program is wrong\", e);", node);
        line("    }", node);
        line("}", node);
    }
}
