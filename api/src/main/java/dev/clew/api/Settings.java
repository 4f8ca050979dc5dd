// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The options of a start, as the agent's own are written: pairs with commas between them, percent-encoded.
 *
 * @param agent where the agent's jar is; null to look for it
 * @param options what the agent is told
 */
record Settings(String agent, Map<String, String> options) {

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if one is no pair, or is not percent-encoded
     */
    static Settings parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split(",")) {
            int equals = pair.indexOf('=');
            if (pair.isBlank()) {
                continue;
            }
            if (equals <= 0) {
                throw new IllegalArgumentException("\"" + pair + "\" is no option; write key=value");
            }
            options.put(pair.substring(0, equals).strip(), decoded(pair.substring(equals + 1)));
        }
        String agent = options.remove("agent");
        return new Settings(agent, options);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the line for an agent that comes from a jar. */
    String line(Path jar) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put("jar", jar.toString());
        return all.entrySet().stream().map(option -> option.getKey() + "=" + encoded(option.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String value) {
        StringBuilder line = new StringBuilder();
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
