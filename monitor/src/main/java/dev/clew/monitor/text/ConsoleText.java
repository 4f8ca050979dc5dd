// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.LoaderList;
import java.util.List;
import java.util.stream.Collectors;

/** What a console says: values, errors, names; foreign text in it can't steer a terminal. */
public final class ConsoleText {

    private static final String INDENT = "    ";

    private ConsoleText() {}

    /** Returns text of the application, which may have several lines. */
    public static String plain(String text) {
        return text.replace("\t", INDENT).lines().map(Plain::line).collect(Collectors.joining("\n"))
                + (text.endsWith("\n") ? "\n" : "");
    }

    /** Returns what a statement came to, after the name of the variable that holds it. */
    public static String result(ConsoleResult result) {
        return switch (result.outcome()) {
            case "value", "variable" -> result.name() + " ==> " + (result.text().strip().contains("\n") ? "\n" : "")
                    + value(result) + note(result);
            case "declared" -> "declared " + Plain.line(result.name()) + "\n" + note(result);
            case "done" -> note(result);
            default -> failure(result);
        };
    }

    /** Returns the value alone; nothing if there is none. */
    public static String value(ConsoleResult result) {
        return result.text() == null ? "" : plain(result.text()).stripTrailing() + "\n";
    }

    /** Returns what went wrong. */
    public static String failure(ConsoleResult result) {
        if (result.error() != null) {
            return StackText.failure(result.error()) + note(result);
        }
        return result.problems().isEmpty() ? result.outcome() + (result.note() == null ? "\n" : ": " + note(result))
                : result.problems().stream().map(ConsoleText::problem).collect(Collectors.joining()) + note(result);
    }

    private static String problem(ConsoleResult.Problem problem) {
        String line = problem.line().replace('\t', ' ');
        return plain(problem.message()).stripTrailing() + "\n" + INDENT + Plain.line(line) + "\n" + INDENT
                + " ".repeat(Plain.width(line.substring(0, Math.min(problem.at(), line.length())))) + "^\n";
    }

    private static String note(ConsoleResult result) {
        return result.note() == null ? "" : Plain.line(result.note()) + "\n";
    }

    /** Returns names of one kind, a line each. */
    public static String names(ConsoleNames names, List<String> kinds) {
        return names.names().stream().filter(name -> kinds.contains(name.kind())).map(ConsoleText::name)
                .collect(Collectors.joining());
    }

    private static String name(ConsoleNames.Name name) {
        return switch (name.kind()) {
            case "import" -> "import " + (name.type() == null ? "" : name.type() + " ") + Plain.line(name.name())
                    + "\n";
            case "variable" -> Plain.line(name.type()) + " " + Plain.line(name.name())
                    + (name.text() == null ? "" : " = " + Plain.cut(Plain.line(name.text()), 100)) + "\n";
            default -> name.kind() + " " + Plain.line(name.name()) + (name.type() == null ? ""
                    : " " + Plain.line(name.type())) + "\n";
        };
    }

    /** Returns class loaders as a table. */
    static String loaders(LoaderList list, int width) {
        var table = new Table(Column.number("NO"), Column.soft("NAME", 12, 1), Column.tail("CLASS", 16, 2),
                Column.number("PARENT"), Column.number("CLASSES"), Column.fixed("TAKEN"));
        list.loaders().forEach(loader -> table.row("" + loader.number(), loader.name(), loader.type(),
                loader.parent() == 0 ? "-" : "" + loader.parent(), Count.number(loader.classes()),
                loader.usual() ? "unless another is chosen" : ""));
        return table.render(width);
    }
}
