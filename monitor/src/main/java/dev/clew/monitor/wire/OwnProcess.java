// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The number of this process and of its user, as the system's own file tells them.
 *
 * <p><b>Cost</b>: one small file is read. {@code ProcessHandle} would make a pool of threads, and to make a file and look
 * whose it is would make a source of random names, each with its classes, in a JVM that is about to start.
 */
public final class OwnProcess {

    private static final String STATUS = "/proc/self/status";
    /** The numbers of the process in each namespace, its own one last. */
    private static final String PIDS = "\nNSpid:";
    /** The user that it was started by, and the one whose rights it has. */
    private static final String USERS = "\nUid:";

    private OwnProcess() {}

    /** Returns the number that this process has for itself. */
    public static long pid() {
        long[] pids = numbers(status(), PIDS);
        return pids.length > 0 ? pids[pids.length - 1] : ProcessHandle.current().pid();
    }

    /** Returns the user whose rights this process has; -1 where the system has no such file. */
    static long user() {
        long[] users = numbers(status(), USERS);
        return users.length > 1 ? users[1] : -1;
    }

    private static String status() {
        try (InputStream file = new FileInputStream(STATUS)) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException absent) {
            return "";
        }
    }

    /** Returns the numbers of a line, separated by white space; none if there is no such line. */
    static long[] numbers(String status, String line) {
        int at = status.indexOf(line);
        long[] numbers = new long[0];
        boolean within = false;
        for (int i = at + line.length(); at >= 0 && i < status.length() && status.charAt(i) != '\n'; i++) {
            char c = status.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit && !within) {
                long[] more = new long[numbers.length + 1];
                System.arraycopy(numbers, 0, more, 0, numbers.length);
                numbers = more;
            }
            if (digit) {
                numbers[numbers.length - 1] = numbers[numbers.length - 1] * 10 + c - '0';
            }
            within = digit;
        }
        return numbers;
    }
}
