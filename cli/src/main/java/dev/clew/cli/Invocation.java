// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;
import java.util.List;

/**
 * The words of one run of the program, told apart.
 *
 * @param pid the process asked for; null if none was
 * @param name the target's name asked for; null if none was
 * @param address the address asked for; null if none was
 * @param tokenFile the file that holds the token for the address; null if none was named
 * @param words the command with its arguments; empty for the shell
 * @param pages whether a shell shows long answers in pages
 */
record Invocation(Long pid, String name, String address, String tokenFile, List<String> words, boolean pages) {

    private static final String NO_PAGER = "--no-pager";
    private static final String TOKEN_FILE = "--token-file";
    private static final List<String> OPTIONS = List.of("-p", "--pid", "-a", "--address", TOKEN_FILE, NO_PAGER);
    private static final String USAGE = "usage: clew [-p PID|NAME | -a ADDRESS] [COMMAND ...]; clew help says more";

    static Invocation parse(List<String> words) throws Refusal {
        String process = null;
        String address = null;
        String tokenFile = null;
        int at = 0;
        boolean pages = true;
        while (at < words.size() && OPTIONS.contains(words.get(at))) {
            if (words.get(at).equals(NO_PAGER)) {
                pages = false;
                at++;
                continue;
            }
            if (at + 1 == words.size()) {
                throw Refusal.usage(words.get(at) + " needs a value", USAGE);
            }
            if (words.get(at).equals("-p") || words.get(at).equals("--pid")) {
                process = words.get(at + 1);
            } else if (words.get(at).equals(TOKEN_FILE)) {
                tokenFile = words.get(at + 1);
            } else {
                address = words.get(at + 1);
            }
            at += 2;
        }
        if (process != null && address != null) {
            throw Refusal.usage("-p and -a are both there", USAGE);
        }
        if (tokenFile != null && address == null) {
            throw Refusal.usage("--token-file needs an address", "usage: clew -a HOST:PORT --token-file FILE COMMAND");
        }
        List<String> rest = List.copyOf(words.subList(at, words.size()));
        return of(process, rest).at(address, tokenFile, pages);
    }

    /** Returns an invocation for a process by its id or its target's name; null for neither. */
    static Invocation of(String process, List<String> words) {
        boolean number = process != null && process.matches("[0-9]{1,18}");
        return new Invocation(number ? Long.valueOf(process) : null, number ? null : process, null, null, words, true);
    }

    private Invocation at(String other, String token, boolean inPages) {
        return new Invocation(pid, name, other, token, words, inPages);
    }

    /** Returns whether a target is asked for, and not whichever is the only one. */
    boolean choosesTarget() {
        return pid != null || name != null || address != null;
    }

    static long pid(String word) throws Refusal {
        if (!word.matches("[0-9]{1,18}")) {
            throw Refusal.usage("\"" + word + "\" is not a process id", "clew list shows them");
        }
        return Long.parseLong(word);
    }

    String word() {
        return words.isEmpty() ? "" : words.get(0);
    }

    List<String> rest() {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }
}
