// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package hello;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A web application with one endpoint, one asynchronous bean and one periodic one. */
@SpringBootApplication
@EnableAsync
@EnableScheduling
public class HelloApplication {
    public static void main(String[] args) {
        SpringApplication.run(HelloApplication.class, args);
    }

    @RestController
    static class Greetings {
        private final Greeter greeter;
        private final Clock clock;

        Greetings(Greeter greeter, Clock clock) {
            this.greeter = greeter;
            this.clock = clock;
        }

        @GetMapping("/greet")
        CompletableFuture<String> greet() {
            return greeter.greet().thenApply(words -> words + " after " + clock.ticks + " ticks\n");
        }
    }

    @Component
    static class Greeter {
        @Async
        public CompletableFuture<String> greet() {
            return CompletableFuture.completedFuture("hello from " + Thread.currentThread().getName());
        }
    }

    @Component
    static class Clock {
        private final AtomicInteger ticks = new AtomicInteger();

        @Scheduled(fixedRate = 200)
        void tick() {
            ticks.incrementAndGet();
        }
    }
}
