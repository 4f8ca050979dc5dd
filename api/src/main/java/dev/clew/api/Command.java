// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A command that an application or a library adds to Clew's. Each method returns a changed copy.
 *
 * <p>It runs on a thread of its own when somebody asks for it; see {@link Body}.
 *
 * <p><b>Threads</b>: any; it never changes.
 */
public final class Command {

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String name;
    private final String help;
    private final List<Argument> arguments;
    private final boolean reading;
    private final Duration limit;
    private final Body body;

    /**
     * What a command does.
     *
     * <p>It returns what is shown: a text, a record or a map (a row), a collection, an array or a stream of them (a
     * table), or null for nothing to say. Numbers, truth values and texts stay what they are in JSON; whatever else a
     * field holds is shown by its {@code toString}. What it throws is shown on one line. It has the command's limit of
     * time, and is interrupted then.
     */
    @FunctionalInterface
    public interface Body {

        /** Does it, and returns what is shown. */
        Object run(Call call) throws Exception;
    }

    private Command(String name, String help, List<Argument> arguments, boolean reading, Duration limit, Body body) {
        this.name = checked(name, "command");
        this.help = String.valueOf(help);
        this.arguments = List.copyOf(arguments);
        this.reading = reading;
        this.limit = limit;
        this.body = body;
        check();
    }

    /**
     * Returns a command without arguments that may change something, and so needs the role to act.
     *
     * @param name a word in lower case, perhaps with digits and hyphens; not one of Clew's own
     * @param help what it does, as a phrase
     * @param body does it
     */
    public static Command of(String name, String help, Body body) {
        if (body == null) {
            throw new IllegalArgumentException("a command does something");
        }
        return new Command(name, help, List.of(), false, USUAL, body);
    }

    /** Returns the same with further arguments; those at a place come in this order, optional ones last. */
    public Command with(Argument... further) {
        List<Argument> all = new ArrayList<>(arguments);
        all.addAll(List.of(further));
        return new Command(name, help, all, reading, limit, body);
    }

    /** Returns the same as one that changes nothing, so that whoever may read may ask for it. */
    public Command reading() {
        return new Command(name, help, arguments, true, limit, body);
    }

    /** Returns the same with another limit of time than ten seconds; one minute at most. */
    public Command within(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the limit of a command is a minute at most, not " + time);
        }
        return new Command(name, help, arguments, reading, time, body);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns a name if it can be one. */
    static String checked(String name, String what) {
        if (name == null || !name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("\"" + name + "\" can't be the name of a " + what
                    + ": it takes a to z, digits and hyphens, 40 at most");
        }
        return name;
    }

    private void check() {
        Argument before = null;
        for (Argument each : arguments) {
            if (arguments.stream().filter(other -> other.name().equals(each.name())).count() > 1) {
                throw new IllegalArgumentException(name + " has two arguments " + each.name());
            }
            if (each.isNamed()) {
                continue;
            }
            if (before != null && (before.isMany() || before.isOptional() && !each.isOptional())) {
                throw new IllegalArgumentException(before.name() + " of " + name + " must come last");
            }
            before = each;
        }
    }

    /** Returns what the agent is told of it, and the functions that run it and complete its arguments. */
    Map<String, Object> told() {
        Function<List<String>, Map<String, Object>> run = this::run;
        Function<List<String>, List<String>> complete = words -> new Reading(arguments).completions(words);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("help", help);
        told.put("reading", reading);
        told.put("limit", limit.toMillis());
        told.put("arguments", arguments.stream().map(Argument::told).toList());
        told.put("run", run);
        told.put("complete", complete);
        return told;
    }

    /** Returns the same of one that a provider brings, with the provider's class. */
    Map<String, Object> told(Class<?> provider) {
        Map<String, Object> told = told();
        told.put("provider", provider);
        return told;
    }

    private Map<String, Object> run(List<String> words) {
        Call call;
        try {
            call = new Reading(arguments).call(words);
        } catch (IllegalArgumentException e) {
            return Map.of("usage", String.valueOf(e.getMessage()));
        }
        Thread.currentThread().setContextClassLoader(body.getClass().getClassLoader());
        try {
            return Showing.of(body.run(call));
        } catch (Throwable failure) {
            return Map.of("failed", Showing.failure(failure, body.getClass()));
        }
    }
}
