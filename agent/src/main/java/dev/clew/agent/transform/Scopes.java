// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.RESULT;
import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.List;

/** Structured scopes: a row for each shape that JDKs have given them. */
final class Scopes {

    private static final String PACKAGE = "java/util/concurrent/";
    private static final String FORK = "StructuredTaskScope.fork";

    private Scopes() {}

    static List<Subject> subjects() {
        return List.of(
                scope("StructuredTaskScopeImpl"), subtask("StructuredTaskScopeImpl$SubtaskImpl"),
                scope("StructuredTaskScope"), subtask("StructuredTaskScope$SubtaskImpl"));
    }

    private static Subject scope(String name) {
        Subject subject = Subject.of(PACKAGE + name);
        for (String work : List.of("java/util/concurrent/Callable", "java/lang/Runnable")) {
            String descriptor = "(L" + work + ";)Ljava/util/concurrent/StructuredTaskScope$Subtask;";
            subject.entry(FORK, "fork", descriptor, "ScopeHooks.forking", parameter(0))
                    .leaving(FORK, "fork", descriptor, "ScopeHooks.forked");
        }
        return subject;
    }

    private static Subject subtask(String name) {
        return Subject.of(PACKAGE + name)
                .at("StructuredTaskScope.Subtask.run", new Site.Catching(), "run", "()V", "ScopeHooks.threw", TOP,
                        THIS)
                .exit(FORK, "exception", "()Ljava/lang/Throwable;", "ScopeHooks.asked", RESULT);
    }
}
