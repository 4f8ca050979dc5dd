// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.Clew;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.record.OwnThread;
import dev.clew.model.Failure;
import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.monitor.Refusal;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One console: its shell, what its statements print, and what they came to.
 *
 * <p><b>Threads</b>: any may ask; the shell is used on one thread of its own, statements run on others. Nobody who asks
 * is held up by a statement for longer than was asked for.
 */
final class Console {

    /** One answer holds so many characters of output: a string in JSON has a limit. */
    private static final int MOST_OUTPUT = 20_000;
    private static final int MOST_RESULTS = 20;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final List<String> IMPORTS = List.of("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*",
            "java.time.*", "java.util.*", "java.util.concurrent.*", "java.util.function.*", "java.util.regex.*",
            "java.util.stream.*");

    private final String session;
    private final String loaderName;
    private final ClassLoader application;
    private final Instrumentation instrumentation;
    private final SnippetLoader loader;
    private final Statements statements;
    private final Transcript transcript = new Transcript(this::news);
    private final Deque<ConsoleResult> results = new ArrayDeque<>();
    private final ExecutorService thread;
    private final Supplier<Map<String, Object>> published;
    private JavaShell shell;
    private String state = "starting";
    private boolean over;

    Console(String session, int number, ClassLoader application, String loaderName, Instrumentation instrumentation,
            Supplier<Map<String, Object>> published) {
        this.published = published;
        this.session = session;
        this.loaderName = loaderName;
        this.application = application;
        this.instrumentation = instrumentation;
        this.loader = new SnippetLoader(application);
        this.statements = new Statements("console-" + number, application);
        this.thread = Executors.newSingleThreadExecutor(work -> new OwnThread(work, "shell-" + number));
    }

    /** Begins to start. */
    void start(Clew clew, ApplicationFiles.Given given) {
        Clew.give(session, clew.printing(transcript.stream()));
        thread.execute(() -> prepare(given));
    }

    private void prepare(ApplicationFiles.Given given) {
        try {
            var classes = new ApplicationClasses(application, instrumentation);
            classes.unreadable().forEach(place -> transcript.stream().println("classes can't be listed: " + place));
            export(classes.modules());
            shell = new JavaShell(classes, loader, given, statements);
            shell.run(first(), result -> {
                if (!result.fine()) {
                    add(result);
                }
            });
            shell.publish(published.get());
            state("ready");
        } catch (Throwable e) {
            add(failed(e)); // whatever it is, it ends this console alone
            state("closed");
        }
    }

    private String first() {
        String type = Clew.class.getName();
        return IMPORTS.stream().map(name -> "import " + name + ";").collect(Collectors.joining("\n"))
                + "\nvar clew = " + type + ".of(\"" + session + "\");\nvar out = clew.out();"
                + "\nvoid print(Object value) { clew.out().print(value); }"
                + "\nvoid println(Object value) { clew.out().println(value); }";
    }

    /** Lets statements use the public classes of the application's modules that those keep to themselves. */
    private void export(List<Module> modules) {
        Set<Module> ours = Set.of(loader.getUnnamedModule());
        for (Module module : modules) {
            Map<String, Set<Module>> exports = module.getPackages().stream()
                    .filter(name -> !module.isExported(name))
                    .collect(Collectors.toMap(name -> name, name -> ours));
            instrumentation.redefineModule(module, Set.of(), exports, Map.of(), Set.of(), Map.of());
        }
    }

    /** Begins to run statements. */
    void run(String source) throws Refusal {
        synchronized (this) {
            if (!state.equals("ready")) {
                throw Refusal.absent("the console is " + state, "wait, or stop what runs");
            }
            state = "running";
            statements.begin();
        }
        submit(() -> {
            try {
                shell.publish(published.get());
                // What somebody runs here is the application's doing, and is shown with its tasks.
                statements.first(Harvest::forApplication);
                shell.run(source, this::add);
            } catch (Throwable e) {
                add(failed(e)); // whatever it is, it ends these statements alone
            } finally {
                state("ready");
            }
            return null;
        });
    }

    private static ConsoleResult failed(Throwable e) {
        return new ConsoleResult("error", null, null, null,
                new Failure(e.getClass().getName(), e.getMessage(), List.of(), null), List.of(),
                "the shell itself failed");
    }

    /** Asks the statement that runs to stop. */
    void stop() {
        statements.stop();
    }

    /** Returns what there is to say, as soon as there is something, after a time at the latest. */
    synchronized ConsoleReport report(long waitMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        try {
            while (busy() && transcript.isEmpty() && results.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String output = transcript.take(MOST_OUTPUT);
        List<ConsoleResult> told = new ArrayList<>();
        while (transcript.isEmpty() && !results.isEmpty() && told.size() < MOST_RESULTS) {
            told.add(results.remove());
        }
        boolean more = !transcript.isEmpty() || !results.isEmpty();
        return new ConsoleReport(session, more && state.equals("ready") ? "running" : state, loaderName, output,
                transcript.takeDropped(), told);
    }

    private boolean busy() {
        return state.equals("starting") || state.equals("running");
    }

    ConsoleChoices choices(String source, int cursor) throws Refusal {
        ConsoleChoices late = new ConsoleChoices(true, 0, List.of(), List.of(), "a statement runs");
        return soon(() -> {
            shell.publish(published.get());
            return shell.choices(source, cursor);
        }, late);
    }

    ConsoleNames names() throws Refusal {
        return soon(() -> {
            statements.begin();
            shell.publish(published.get());
            return shell.names();
        }, null);
    }

    private <T> T soon(Callable<T> question, T otherwise) throws Refusal {
        boolean ready;
        synchronized (this) {
            ready = state.equals("ready");
        }
        Future<T> answer = ready ? submit(question) : null;
        try {
            if (answer != null) {
                return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            answer.cancel(false);
        } catch (ExecutionException e) {
            throw Refusal.absent("the shell failed (" + e.getCause() + ")", "open another console");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (otherwise == null) {
            throw Refusal.absent("the console is busy", "ask again when its statement is over, or stop it");
        }
        return otherwise;
    }

    private <T> Future<T> submit(Callable<T> work) throws Refusal {
        try {
            return thread.submit(work);
        } catch (RejectedExecutionException e) {
            throw Refusal.absent("the console is closed", "open another one");
        }
    }

    private synchronized void add(ConsoleResult result) {
        results.add(result);
        notifyAll();
    }

    private synchronized void state(String next) {
        if (!state.equals("closed")) {
            state = next;
        }
        notifyAll();
    }

    private synchronized void news() {
        notifyAll();
    }

    /** Stops what runs, and lets go of everything; a statement that does not stop keeps its classes. */
    void close() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        state("closed");
        statements.stop();
        Clew.give(session, null);
        thread.execute(() -> {
            if (shell != null) {
                shell.close();
            }
        });
        thread.shutdown();
    }
}
