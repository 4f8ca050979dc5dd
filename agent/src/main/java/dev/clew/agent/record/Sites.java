// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Frame;
import java.util.List;

/** Chooses the frame of a stack that its reader is most likely to own. */
final class Sites {

    private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};
    private static final String[] INFRASTRUCTURE = {
        "kotlin.", "kotlinx.", "scala.", "groovy.", "clojure.", "io.netty.", "io.grpc.", "io.vertx.", "io.micrometer.",
        "io.opentelemetry.", "io.micronaut.", "io.quarkus.", "io.helidon.", "io.reactivex.", "reactor.", "rx.", "akka.",
        "org.springframework.", "org.apache.", "org.eclipse.", "org.jboss.", "org.hibernate.", "org.slf4j.",
        "org.reactivestreams.", "org.glassfish.", "ch.qos.", "com.google.", "com.fasterxml.", "com.zaxxer.",
        "com.github.dockerjava.", "okhttp3.", "okio.", "android."
    };

    private final List<String> application;

    /** Takes the packages that count as the application; empty to guess. */
    Sites(List<String> application) {
        this.application = application;
    }

    /** Returns the first frame of the application; of a library if there is none; null if all are the JDK's. */
    Frame of(List<Frame> frames) {
        Frame beyond = first(afterExecutors(frames));
        return beyond != null ? beyond : first(frames);
    }

    /** Leaves out the executors that the work was handed through: their caller is who made the task. */
    private static List<Frame> afterExecutors(List<Frame> frames) {
        int from = 0;
        while (from < frames.size()
                && (ofJdk(frames.get(from).className()) || frames.get(from).method().equals("execute"))) {
            from++;
        }
        return frames.subList(from, frames.size());
    }

    private Frame first(List<Frame> frames) {
        Frame library = null;
        for (Frame frame : frames) {
            String type = frame.className();
            if (ofApplication(type)) {
                return frame;
            }
            if (library == null && !ofJdk(type)) {
                library = frame;
            }
        }
        return library;
    }

    /** Returns whether a class counts as the application's. */
    boolean ofApplication(String type) {
        return !application.isEmpty() ? startsWithAny(type, application) : !ofJdk(type) && !ofInfrastructure(type);
    }

    /** Returns whether a class belongs to the JDK. */
    static boolean ofJdk(String type) {
        return startsWithAny(type, List.of(JDK));
    }

    private static boolean ofInfrastructure(String type) {
        return startsWithAny(type, List.of(INFRASTRUCTURE));
    }

    private static boolean startsWithAny(String type, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
