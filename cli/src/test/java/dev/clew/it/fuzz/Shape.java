// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

/** The form that a way to make tasks asks of a generated class: what it extends, and the method that runs. */
enum Shape {

    NONE("", ""),
    RUNNABLE(" implements Runnable", "public void run() { body(); }"),
    CALLABLE(" implements Callable<Object>", "public Object call() { return body(); }"),
    SUPPLIER(" implements Supplier<Object>", "public Object get() { return body(); }"),
    FUNCTION(" implements Function<Object, Object>", "public Object apply(Object in) { return body(); }"),
    CONSUMER(" implements Consumer<Object>", "public void accept(Object in) { body(); }"),
    COMPOSER(" implements Function<Object, CompletionStage<Object>>",
            "public CompletionStage<Object> apply(Object in) { body(); return CompletableFuture.completedFuture(1); }"),
    HANDLER(" implements BiFunction<Object, Throwable, Object>",
            "public Object apply(Object in, Throwable error) { return body(); }"),
    COMBINER(" implements BiFunction<Object, Object, Object>",
            "public Object apply(Object in, Object other) { return body(); }"),
    WATCHER(" implements BiConsumer<Object, Throwable>", "public void accept(Object in, Throwable error) { body(); }"),
    RESCUER(" implements Function<Throwable, Object>", "public Object apply(Throwable error) { return body(); }"),
    RESCUING_COMPOSER(" implements Function<Throwable, CompletionStage<Object>>", "public CompletionStage<Object> "
            + "apply(Throwable error) { body(); return CompletableFuture.completedFuture(1); }"),
    THREAD(" extends Thread", "public void run() { body(); }"),
    TIMER_TASK(" extends TimerTask", "public void run() { body(); }"),
    ACTION(" extends RecursiveAction", "protected void compute() { body(); }"),
    TASK(" extends RecursiveTask<Object>", "protected Object compute() { return body(); }");

    /** What follows the class's name. */
    final String form;
    /** The method that calls the body. */
    final String method;

    Shape(String form, String method) {
        this.form = form;
        this.method = method;
    }
}
