// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Options for the agent, and the words that came after them.
 *
 * @param values the options in their order
 * @param rest what is not an option
 */
record AgentOptions(Map<String, String> values, List<String> rest) {

    /** Takes every leading {@code --option k=v} off some words. */
    static AgentOptions parse(List<String> words, String usage) throws Refusal {
        var values = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < words.size() && (words.get(at).equals("--option") || words.get(at).equals("-o"))) {
            String pair = at + 1 < words.size() ? words.get(at + 1) : "";
            int equals = pair.indexOf('=');
            if (equals <= 0 || !pair.substring(0, equals).matches("[a-zA-Z][a-zA-Z0-9.-]*")) {
                throw Refusal.usage("--option needs a pair like k=v, not \"" + pair + "\"", usage);
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
            at += 2;
        }
        return new AgentOptions(values, words.subList(at, words.size()));
    }

    /** Returns the options with one more, unless it is there. */
    AgentOptions with(String key, String value) {
        var more = new LinkedHashMap<String, String>();
        more.put(key, value);
        more.putAll(values);
        return new AgentOptions(more, rest);
    }

    /** Returns {@code k=v,k=v}; what would part a pair or the list is percent-encoded. */
    String line() {
        return values.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + encode(pair.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String encode(String value) {
        var line = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            if (each > ' ' && each != ',' && each != '=' && each != '%' && each != 0x7F) {
                line.append((char) each);
            } else {
                line.append(String.format("%%%02X", each));
            }
        }
        return line.toString();
    }
}
