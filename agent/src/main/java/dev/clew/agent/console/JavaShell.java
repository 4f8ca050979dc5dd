// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * The JDK's shell, set up so that its statements are compiled against the classes of a loader and run in this JVM.
 *
 * <p><b>Threads</b>: one at a time. <b>Cost</b>: a compiler, some tens of megabytes.
 */
final class JavaShell implements AutoCloseable {

    private static final int MOST_CHOICES = 200;
    private static final int MOST_HINTS = 12;

    private final JShell shell;
    private final ApplicationClasses classes;
    private final Statements statements;
    private final Results results;
    private final Published published;

    JavaShell(ApplicationClasses classes, SnippetLoader loader, ApplicationFiles.Given given, Statements statements) {
        this.classes = classes;
        this.statements = statements;
        JShell.Builder builder = JShell.builder()
                .executionEngine(new Engine(new StatementControl(loader, statements)), Map.of())
                .fileManager(next -> new ApplicationFiles(next, classes, given))
                .compilerOptions(options());
        this.shell = builder.build();
        this.results = new Results(shell, classes, statements);
        this.published = new Published(shell, loader);
    }

    private static String[] options() {
        return Preview.enabled() ? new String[] {"--enable-preview", "--release", "" + Runtime.version().feature()}
                : new String[0];
    }

    private record Engine(StatementControl control) implements ExecutionControlProvider {

        @Override
        public String name() {
            return "clew";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return control;
        }
    }

    /** Makes variables of what the application shows in its consoles. */
    void publish(Map<String, Object> objects) {
        published.renew(objects);
    }

    /** Runs statements one after another until one fails, and tells of each. */
    void run(String source, Consumer<ConsoleResult> consumer) {
        classes.look();
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = info.completeness().isComplete() && info.source() != null;
            ConsoleResult result = null;
            for (SnippetEvent event : shell.eval(whole ? info.source() : rest)) {
                if (event.causeSnippet() == null) {
                    result = results.of(event);
                    consumer.accept(result);
                }
            }
            rest = whole && (result == null || result.fine()) && !statements.stopped() ? info.remaining() : "";
        }
    }

    /** Returns how a statement can go on. */
    ConsoleChoices choices(String source, int cursor) {
        Completeness whole = shell.sourceCodeAnalysis().analyzeCompletion(source).completeness();
        boolean complete = whole != Completeness.DEFINITELY_INCOMPLETE && whole != Completeness.CONSIDERED_INCOMPLETE;
        if (cursor < 0 || cursor > source.length()) {
            return new ConsoleChoices(complete, 0, List.of(), List.of(), null);
        }
        String dotted = dotted(source.substring(0, cursor));
        // Where no name is begun, everything may stand: what fits the place says more.
        List<String> hints = dotted.isEmpty() ? hints(source, cursor) : List.of();
        int[] anchor = {cursor};
        Set<String> choices = new LinkedHashSet<>();
        shell.sourceCodeAnalysis().completionSuggestions(source, cursor, anchor).stream()
                .filter(each -> hints.isEmpty() || each.matchesType())
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .forEach(each -> choices.add(each.continuation()));
        int last = cursor - dotted.length() + dotted.lastIndexOf('.') + 1;
        if (!dotted.isEmpty() && (choices.isEmpty() || anchor[0] == last)) {
            anchor[0] = last;
            choices.addAll(packages(dotted));
        }
        return new ConsoleChoices(complete, anchor[0], choices.stream().limit(MOST_CHOICES).toList(), hints, null);
    }

    /** Returns the name with its dots that a text ends with. */
    private static String dotted(String text) {
        int start = text.length();
        while (start > 0 && (Character.isJavaIdentifierPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return text.substring(start);
    }

    private Collection<String> packages(String dotted) {
        int from = dotted.lastIndexOf('.') + 1;
        return dotted.isEmpty() ? List.of() : classes.packages(dotted).stream().map(name -> {
            int dot = name.indexOf('.', from);
            return dot < 0 ? name.substring(from) + "." : name.substring(from, dot + 1);
        }).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<String> hints(String source, int cursor) {
        return shell.sourceCodeAnalysis().documentation(source, cursor, false).stream()
                .map(SourceCodeAnalysis.Documentation::signature).distinct().limit(MOST_HINTS).toList();
    }

    /** Returns what was declared. */
    ConsoleNames names() {
        List<ConsoleNames.Name> names = new ArrayList<>();
        shell.snippets().filter(snippet -> shell.status(snippet).isActive()).forEach(snippet -> {
            if (snippet instanceof VarSnippet variable) {
                names.add(new ConsoleNames.Name("variable", variable.name(), variable.typeName(), value(variable)));
            } else if (snippet instanceof MethodSnippet method) {
                names.add(new ConsoleNames.Name("method", method.name(), method.signature(), null));
            } else if (snippet instanceof TypeDeclSnippet type) {
                names.add(new ConsoleNames.Name("type", type.name(), null, null));
            } else if (snippet instanceof ImportSnippet imported) {
                names.add(new ConsoleNames.Name("import", imported.fullname(), imported.isStatic() ? "static" : null,
                        null));
            }
        });
        return new ConsoleNames(names);
    }

    private String value(VarSnippet variable) {
        return shell.status(variable) == Snippet.Status.VALID ? shell.varValue(variable) : null;
    }

    @Override
    public void close() {
        shell.close();
    }
}
