// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package hello;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Answers from a pool of its own, after the request's thread has gone home. */
@WebServlet(urlPatterns = "/greet", asyncSupported = true)
public class GreetServlet extends HttpServlet {
    private ExecutorService greeters;

    @Override
    public void init() {
        greeters = Executors.newFixedThreadPool(2);
    }

    @Override
    public void destroy() {
        greeters.shutdown();
        try {
            greeters.awaitTermination(5, TimeUnit.SECONDS); // or a container warns of a thread left running
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext exchange = request.startAsync();
        greeters.submit(() -> greet(exchange));
    }

    private static void greet(AsyncContext exchange) {
        try {
            exchange.getResponse().getWriter().println("hello from " + Thread.currentThread().getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            exchange.complete();
        }
    }
}
