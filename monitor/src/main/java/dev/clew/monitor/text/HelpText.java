// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.OwnCommand;
import dev.clew.monitor.command.Command;
import dev.clew.monitor.command.Grammar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Help about the commands.
 *
 * @param width how many columns there are
 */
record HelpText(int width) {

    String all() {
        var entries = new LinkedHashMap<String, String>();
        Grammar.commands().forEach(command -> entries.put(head(command), command.summary()));
        return "Commands:\n" + glossary(entries) + "help COMMAND explains one.\n";
    }

    /** Returns the commands that the application adds, and what is left out. */
    String own(List<OwnCommand> commands, List<String> problems) {
        var entries = new LinkedHashMap<String, String>();
        commands.forEach(command -> entries.put(command.name(), Plain.line(command.summary())));
        var text = new StringBuilder(commands.isEmpty() ? "" : "Commands of the application:\n" + glossary(entries));
        problems.forEach(problem -> text.append("! ").append(Plain.line(problem)).append('\n'));
        return text.isEmpty() ? "The application adds no commands.\n" : text.toString();
    }

    String of(Command command) {
        var text = new StringBuilder(command.usage()).append("\n    ").append(Plain.line(command.summary())).append('\n');
        if (!command.aliases().isEmpty()) {
            text.append("Also: ").append(String.join(", ", command.aliases())).append('\n');
        }
        var entries = new LinkedHashMap<String, String>();
        command.options().forEach(option -> entries.put(option.synopsis(), Plain.line(option.summary())));
        text.append("Options:\n").append(glossary(entries));
        command.examples().forEach(example -> text.append("Example: ").append(example).append('\n'));
        return text.toString();
    }

    private static String head(Command command) {
        return command.aliases().isEmpty() ? command.name()
                : command.name() + " (" + String.join(", ", command.aliases()) + ")";
    }

    /** Returns heads and what they mean, side by side; what does not fit goes on below itself. */
    private String glossary(Map<String, String> entries) {
        int widest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        var text = new StringBuilder();
        entries.forEach((head, meaning) -> {
            int column = 2 + widest + 2;
            var line = new StringBuilder("  " + head + " ".repeat(widest - head.length()) + " ");
            for (String word : meaning.split(" ")) {
                if (line.length() + 1 + word.length() > width && line.length() > column) {
                    text.append(line).append('\n');
                    line = new StringBuilder(" ".repeat(column - 1));
                }
                line.append(' ').append(word);
            }
            text.append(line).append('\n');
        });
        return text.toString();
    }
}
