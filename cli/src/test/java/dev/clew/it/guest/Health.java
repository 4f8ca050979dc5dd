// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import dev.clew.it.harness.Watched;
import dev.clew.model.answer.StatusReport;
import java.util.ArrayList;
import java.util.List;

/** What a target says about its hooks. */
final class Health {

    private Health() {}

    /** Returns what went wrong with the hooks: those that failed, are missing or could not be put in. */
    static List<String> problems(Watched watched) {
        StatusReport status = watched.status();
        List<String> problems = new ArrayList<>();
        status.gaps().stream().filter(Health::isProblem).forEach(problems::add);
        status.hooks().stream().filter(hook -> hook.failed() > 0 || hook.state().equals("off"))
                .forEach(hook -> problems.add(hook.toString()));
        return problems;
    }

    private static boolean isProblem(String gap) {
        return gap.contains("not instrumented") || gap.contains("hook failed") || gap.contains("hook missing")
                || gap.contains("self-test") || gap.contains("unknown option");
    }
}
