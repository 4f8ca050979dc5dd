// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static dev.clew.monitor.command.Option.valued;

import dev.clew.monitor.Refusal;
import java.time.Duration;
import java.util.List;

/** The command that runs Java in the target. */
final class ConsoleCommand {

    /** Statements may be written as several words. */
    private static final int WORDS = 1000;

    private static final Option EVAL = valued("--eval,-e", "JAVA", "run this, print what it comes to, and leave");
    private static final Option LOADER = valued("--loader", "WHICH",
            "see the application through this class loader: a number of /loaders, or a class that it has loaded");
    private static final Option WAIT = valued("--wait", "TIME", "stop what runs longer, for example than 10s");

    private ConsoleCommand() {}

    static Command console() {
        return new Command("console", List.of(), "[JAVA]", WORDS,
                "run Java in the target, which must allow it with console=on",
                List.of(EVAL, LOADER, WAIT, Grammar.JSON, Grammar.HELP),
                List.of("console", "console 'com.acme.Shop.orders().size()'", "console -e 'clew.tasks()'"), null);
    }

    static Request read(Arguments words) throws Refusal {
        if (words.has("--eval") && words.operand() != null) {
            throw words.wrong("--eval and statements are both there");
        }
        String source = words.has("--eval") ? words.text("--eval") : words.operands();
        Duration limit = words.has("--wait") ? Duration.ofMillis(Pause.parse("--wait", words.text("--wait"))) : null;
        if (source == null && (limit != null || words.has("--json"))) {
            throw words.wrong((limit != null ? "--wait" : "--json") + " needs statements");
        }
        return new Request.Evaluate(source, words.text("--loader"), limit, words.form());
    }
}
