// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.ConsoleResult.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/**
 * Puts what the JDK's shell tells of a statement into a record.
 *
 * @param shell the shell
 * @param classes the application's, for names that the compiler does not find
 * @param statements what runs
 */
record Results(JShell shell, ApplicationClasses classes, Statements statements) {

    private static final int MOST_FRAMES = 200;
    private static final int MOST_CAUSES = 10;
    private static final int MOST_PLACES = 5;
    private static final Pattern MISSING = Pattern.compile("symbol: +class (\\w+)|symbol: +variable ([A-Z]\\w*)");

    ConsoleResult of(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            return rejected(snippet);
        } else if (statements.abandoned() != null) {
            return plain("abandoned", "it did not stop, and goes on as thread " + statements.abandoned());
        } else if (event.exception() instanceof EvalException thrown) {
            return failed(failure(thrown, MOST_CAUSES));
        } else if (event.exception() instanceof UnresolvedReferenceException open) {
            return failed(new Failure(open.getClass().getName(), "it uses "
                    + unresolved(open.getSnippet()) + ", which is not declared", List.of(), null));
        } else if (statements.stopped()) {
            return plain("stopped", null);
        }
        return snippet instanceof VarSnippet variable ? variable(variable, event.value())
                : snippet instanceof ExpressionSnippet expression ? expression(expression, event.value())
                : declared(snippet);
    }

    private static ConsoleResult plain(String outcome, String note) {
        return new ConsoleResult(outcome, null, null, null, null, List.of(), note);
    }

    private static ConsoleResult failed(Failure error) {
        return new ConsoleResult("error", null, null, null, error, List.of(), null);
    }

    private ConsoleResult variable(VarSnippet snippet, String value) {
        boolean asked = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        return new ConsoleResult(asked ? "value" : "variable", snippet.name(), snippet.typeName(), value, null,
                List.of(), note(snippet));
    }

    private static ConsoleResult expression(ExpressionSnippet snippet, String value) {
        boolean valued = value != null && !value.isEmpty();
        return new ConsoleResult(valued ? "value" : "done", valued ? snippet.name() : null,
                valued ? snippet.typeName() : null, valued ? value : null, null, List.of(), null);
    }

    private ConsoleResult declared(Snippet snippet) {
        if (!(snippet instanceof PersistentSnippet known)) {
            return plain("done", null);
        }
        String name = known instanceof MethodSnippet method ? method.name() + "(" + method.parameterTypes() + ")"
                : known instanceof ImportSnippet imported ? "import " + imported.fullname() : known.name();
        return new ConsoleResult("declared", name, null, null, null, List.of(), note(snippet));
    }

    private String note(Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                && shell.status(snippet) != Snippet.Status.VALID && shell.status(snippet).isActive()
                ? "it can't be used until " + unresolved(declaration) + " is declared" : null;
    }

    private String unresolved(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    }

    private ConsoleResult rejected(Snippet snippet) {
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
        List<Problem> problems = errors.stream().map(error -> problem(snippet.source(), error)).toList();
        String hint = errors.stream().flatMap(this::places).distinct().limit(MOST_PLACES)
                .map(name -> "import " + name.replace('$', '.') + ";").collect(Collectors.joining(" or "));
        return new ConsoleResult("rejected", null, null, null, null, problems.isEmpty()
                ? List.of(new Problem("this is no statement", snippet.source(), 0)) : problems,
                hint.isEmpty() ? null : "perhaps " + hint);
    }

    private static Problem problem(String source, Diag error) {
        int at = (int) Math.max(0, Math.min(error.getStartPosition(), source.length()));
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        return new Problem(message(error), source.substring(start, end < 0 ? source.length() : end), at - start);
    }

    /** Returns what the compiler says, without the line about the place when that is the statement itself. */
    private static String message(Diag error) {
        return error.getMessage(null).lines().filter(line -> !line.strip().equals("location: class"))
                .collect(Collectors.joining("\n"));
    }

    /** Returns classes of the application of the name that the compiler did not find. */
    private Stream<String> places(Diag error) {
        Matcher missing = MISSING.matcher(error.getMessage(null));
        return missing.find() ? classes.named(missing.group(1) == null ? missing.group(2) : missing.group(1),
                MOST_PLACES).stream() : Stream.of();
    }

    private static Failure failure(Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return null;
        }
        List<Frame> stack = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (stack.size() == MOST_FRAMES) {
                break;
            }
            stack.add(new Frame(frame.getClassName().isEmpty() ? "console" : frame.getClassName(),
                    frame.getMethodName().isEmpty() ? "statement" : frame.getMethodName(), frame.getFileName(),
                    frame.getLineNumber()));
        }
        String type = thrown instanceof EvalException wrapped ? wrapped.getExceptionClassName()
                : thrown.getClass().getName();
        return new Failure(type, thrown.getMessage(), stack, failure(thrown.getCause(), depth - 1));
    }
}
