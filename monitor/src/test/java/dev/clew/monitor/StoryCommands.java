// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.OwnArgument;
import dev.clew.model.OwnCommand;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.CommandList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shop's own commands: {@code orders} reads, {@code refund} acts and says what it was given. */
public final class StoryCommands implements OwnCommands {

    public final List<String> ran = new ArrayList<>();

    @Override
    public CommandList list() {
        return new CommandList(List.of(
                new OwnCommand("orders", "list the orders", true, 10_000, List.of(
                        argument("customer", "text", true, false), argument("most", "number", true, true),
                        argument("all", "flag", true, true))),
                new OwnCommand("refund", "pay \u001b back", false, 5_000, List.of(argument("order", "number", false, false),
                        new OwnArgument("how", "choice", List.of("cash", "card"), "the way", true, true, false)))),
                List.of("the application's command ps is left out: Clew has one of that name"));
    }

    private static OwnArgument argument(String name, String kind, boolean optional, boolean named) {
        return new OwnArgument(name, kind, List.of(), "its " + name, optional, false, named);
    }

    @Override
    public CommandAnswer run(String command, List<String> words, boolean reading) throws Refusal {
        ran.add(command + " " + words + " " + reading);
        if (command.equals("refund")) {
            return new CommandAnswer(command, List.of("paid \u001b[2J", "back"), List.of(), List.of(), 0);
        }
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("customer", "Harbor, \"Inc\"\n");
        second.put("total", null);
        return new CommandAnswer(command, List.of(), List.of("id", "customer", "total", "open"), List.of(
                Map.of("id", 17L, "customer", "acme", "total", 1e9, "open", true), second), 1_300);
    }

    @Override
    public ChoiceList complete(String command, List<String> words) {
        return new ChoiceList(List.of("acme"));
    }
}
