// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.RESULT;
import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.constant;
import static dev.clew.agent.transform.Subject.field;
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
                scope("StructuredTaskScope"), subtask("StructuredTaskScope$SubtaskImpl"),
                joiner("AllSuccessful"), joiner("AwaitSuccessful"), failure());
    }

    /** Keeps an error for the scope's owner, who may never join: to take it from the subtask is not to look at it. */
    private static Subject joiner(String name) {
        return Subject.of(PACKAGE + "Joiners$" + name)
                .entry(FORK, "onComplete", null, "ScopeHooks.joining", constant(true))
                .leaving(FORK, "onComplete", null, "ScopeHooks.joining", constant(false));
    }

    private static Subject failure() {
        return Subject.of(PACKAGE + "StructuredTaskScope$FailedException")
                .exit(FORK, "<init>", "(Ljava/lang/Throwable;)V", "ScopeHooks.asked", parameter(0));
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
                .exit("StructuredTaskScope.Subtask.run", "run", "()V", "ScopeHooks.ran",
                        field("result", "Ljava/lang/Object;"))
                .exit(FORK, "exception", "()Ljava/lang/Throwable;", "ScopeHooks.asked", RESULT);
    }
}
