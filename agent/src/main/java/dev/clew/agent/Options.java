// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.monitor.Role;
import dev.clew.monitor.wire.Listen;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the agent was told: {@code key=value} pairs separated by commas, values percent-encoded where they need it.
 *
 * @param directory where the socket goes; null for the user's usual directory
 * @param name the target's name; null for its main class
 * @param memory how many bytes Clew may hold
 * @param settle after how many equal stacks a place in the code takes no more of them; 0 for never
 * @param stacks how many stacks a second are taken at places that have shown several
 * @param preserve patterns of sites and names whose endings are kept beyond the history limit
 * @param application packages that count as the application when sites are chosen; empty to guess
 * @param listen where to listen by TCP, and for whom; null for nowhere
 * @param console whether code may be evaluated in the target
 * @param unknown keys that mean nothing
 */
public record Options(String directory, String name, long memory, int settle, int stacks, List<String> preserve,
        List<String> application, Listen listen, boolean console, List<String> unknown) {

    private static final long MEMORY = 64L << 20;
    /** Unless it is told, Clew takes at most this part of the heap. */
    private static final int SHARE = 8;
    private static final int SETTLE = 32;
    private static final int STACKS = 40_000;

    /** Parses the arguments of an agent. */
    public static Options parse(String arguments) {
        Map<String, String> pairs = pairs(arguments);
        String directory = pairs.remove("dir");
        String name = pairs.remove("name");
        long memory = bytes(pairs.remove("memory"));
        boolean exact = exact(pairs.remove("capture"));
        int settle = number("settle", pairs.remove("settle"), SETTLE);
        int stacks = number("stacks", pairs.remove("stacks"), STACKS);
        List<String> preserve = list(pairs.remove("preserve"));
        List<String> application = list(pairs.remove("app"));
        Listen listen = listen(pairs);
        boolean console = switched("console", pairs.remove("console"));
        pairs.remove("jar");
        return new Options(directory, name, memory, exact ? 0 : settle, exact ? Integer.MAX_VALUE : stacks, preserve,
                application, listen, console, List.copyOf(pairs.keySet()));
    }

    /**
     * Takes what is said of listening out of pairs; null if nothing is.
     *
     * @throws IllegalArgumentException with words for people
     */
    static Listen listen(Map<String, String> pairs) {
        String place = pairs.remove("listen");
        String role = pairs.remove("listen-role");
        String tokenFile = pairs.remove("token-file");
        if (place == null && (role != null || tokenFile != null)) {
            throw new IllegalArgumentException((role == null ? "token-file" : "listen-role")
                    + " needs listen; write listen=127.0.0.1:20101");
        }
        Listen listen = place == null ? null : Listen.parse(place, role, tokenFile);
        if (listen != null && listen.role() == Role.EVAL && !"on".equals(pairs.get("console"))) {
            throw new IllegalArgumentException("listen-role=eval needs console=on; write listen-role=act without it");
        }
        return listen;
    }

    private static boolean exact(String value) {
        if (value != null && !value.equals("exact") && !value.equals("sampled")) {
            throw new IllegalArgumentException("capture=" + value + " is neither exact nor sampled");
        }
        return "exact".equals(value);
    }

    private static boolean switched(String key, String value) {
        if (value != null && !value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException(key + "=" + value + " is neither on nor off");
        }
        return "on".equals(value);
    }

    private static int number(String key, String value, int usual) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(key + "=" + value + " is not a number; write " + key + "=" + usual);
        }
        return Integer.parseInt(value);
    }

    private static Map<String, String> pairs(String arguments) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : arguments == null ? new String[0] : arguments.split(",")) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank()) {
                pairs.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : decoded(pair, equals + 1));
            }
        }
        return pairs;
    }

    /** Decodes a value; a plus stands for itself, unlike in a form of the web. */
    private static String decoded(String pair, int from) {
        try {
            return URLDecoder.decode(pair.substring(from).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(pair + " is not percent-encoded; write %25 for a percent sign");
        }
    }

    private static List<String> list(String value) {
        List<String> items = new ArrayList<>();
        for (String item : value == null ? new String[0] : value.split(";")) {
            if (!item.isBlank()) {
                items.add(item.trim());
            }
        }
        return List.copyOf(items);
    }

    private static long bytes(String value) {
        if (value == null || value.isBlank()) {
            return Math.min(MEMORY, Runtime.getRuntime().maxMemory() / SHARE);
        }
        String text = value.trim().toLowerCase(Locale.ROOT);
        int shift = text.endsWith("g") ? 30 : text.endsWith("m") ? 20 : text.endsWith("k") ? 10 : 0;
        String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
        if (!digits.matches("[0-9]{1,18}") || Long.parseLong(digits) > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("memory=" + value + " is not a size; write memory=64m");
        }
        return Math.max(1L << 20, Long.parseLong(digits) << shift);
    }
}
