// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Word;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.command.Command;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user's own shell needs to complete Clew's commands, options and their words, and the ids of tasks.
 *
 * @param own the words of the program that are no commands of a target, each with what it does
 */
public record CompletionScript(Map<String, String> own) {

    private static final Map<String, Word[]> WORDS = Map.of("--kind", Kind.values(), "--state", State.values(),
            "--outcome", Outcome.values());
    private static final List<String> OF_LIVE = List.of("where", "cancel", "interrupt", "stacktrace");

    /**
     * Returns the script for a shell.
     *
     * @throws Refusal if it is another one than bash, zsh or fish
     */
    public String of(String shell) throws Refusal {
        return switch (shell) {
            case "bash" -> bash();
            case "zsh" -> zsh();
            case "fish" -> fish();
            default -> throw Refusal.usage("no completion for " + shell, "usage: clew completion bash|zsh|fish");
        };
    }

    private static List<Command> commands() {
        return Grammar.commands().stream().filter(command -> !command.name().equals("exit")).toList();
    }

    private Stream<String> names() {
        return Stream.concat(own.keySet().stream(), commands().stream().map(Command::name)).distinct();
    }

    private String bash() {
        var text = new StringBuilder("""
                # Completion of clew for bash: source <(clew completion bash)
                _clew_ids() {
                  timeout 2 "${COMP_WORDS[@]:0:place}" "$@" --format '{id}' -n 200 2>/dev/null
                }
                _clew() {
                  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" place=1 words=""
                  while [ "$place" -lt "$COMP_CWORD" ]; do
                    case "${COMP_WORDS[place]}" in
                      -p|--pid|-a|--address|--token-file) place=$((place + 2)) ;;
                      -*) place=$((place + 1)) ;;
                      *) break ;;
                    esac
                  done
                  case "$before" in
                """);
        WORDS.forEach((option, words) -> text.append("    ").append(option).append(") COMPREPLY=($(compgen -W \"")
                .append(words(words)).append("\" -- \"$cur\")); return ;;\n"));
        text.append("  esac\n  if [ \"$place\" -ge \"$COMP_CWORD\" ]; then\n    words=\"")
                .append(names().collect(Collectors.joining(" "))).append(" -p -a --token-file --no-pager\"\n")
                .append("  else\n    case \"${COMP_WORDS[place]}\" in\n");
        for (Command command : commands()) {
            text.append("      ").append(String.join("|", command.words()).replace("?", "\\?")).append(") words=\"")
                    .append(options(command)).append('"').append(ids(command)).append(" ;;\n");
        }
        return text.append("    esac\n  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n"
                + "complete -o default -F _clew clew\n").toString();
    }

    /** Returns what adds the ids of tasks where a command takes one. */
    private static String ids(Command command) {
        String list = OF_LIVE.contains(command.name()) ? "ps" : command.name().equals("where-terminated") ? "pt" : null;
        return list == null ? "" : "; case \"$cur\" in -*) ;; *) words=\"$words $(_clew_ids " + list + ")\" ;; esac";
    }

    private static String options(Command command) {
        return command.options().stream().map(Option::name).collect(Collectors.joining(" "));
    }

    private static String words(Word... words) {
        return Stream.of(words).map(Word::word).collect(Collectors.joining(" "));
    }

    private String zsh() {
        var text = new StringBuilder("#compdef clew\n# Completion of clew for zsh: source <(clew completion zsh)\n"
                + "_clew() {\n  local -a choices\n  if (( CURRENT == 2 )); then\n    choices=(\n");
        described().forEach((name, meaning) -> text.append("      ").append(quoted(name + ":" + meaning)).append('\n'));
        text.append("    )\n    _describe -t commands command choices\n    return\n  fi\n  case \"$words[CURRENT-1]\" in\n");
        WORDS.forEach((option, words) -> text.append("    ").append(option).append(") choices=(").append(words(words))
                .append("); _describe -t values value choices; return ;;\n"));
        text.append("  esac\n  case \"$words[2]\" in\n");
        for (Command command : commands()) {
            text.append("    ").append(String.join("|", command.words()).replace("?", "\\?")).append(")\n      choices=(\n");
            command.options().forEach(option -> text.append("        ")
                    .append(quoted(option.name() + ":" + option.summary())).append('\n'));
            text.append("      )\n      _describe -o -t options option choices ;;\n");
        }
        return text.append("  esac\n}\n(( $+functions[compdef] )) && compdef _clew clew\n").toString();
    }

    private Map<String, String> described() {
        var described = new LinkedHashMap<>(own);
        commands().forEach(command -> described.putIfAbsent(command.name(), command.summary()));
        return described;
    }

    private String fish() {
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of clew for fish: clew completion fish | source");
        described().forEach((name, meaning) -> lines.add("complete -c clew -f -n __fish_use_subcommand -a " + name + " -d "
                + quoted(meaning)));
        for (Command command : commands()) {
            for (Option option : command.options()) {
                Word[] words = WORDS.get(option.name());
                lines.add("complete -c clew -f -n '__fish_seen_subcommand_from "
                        + String.join(" ", command.words()).replace(" ?", "") + "' -l " + option.name().substring(2)
                        + (option.value() == null ? "" : " -r") + (words == null ? "" : " -a " + quoted(words(words)))
                        + " -d " + quoted(option.summary()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
