// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.model.OwnCommand;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.CommandList;
import dev.clew.monitor.OwnCommands;
import dev.clew.monitor.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The application's own commands, asked for by Clew's faces.
 *
 * <p><b>Threads</b>: any of Clew's; the application's code runs on threads apart. <b>Consistency</b>: the copies are
 * asked anew each time. <b>Cost</b>: nothing while nobody asks.
 */
public final class ApplicationCommands implements OwnCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String LIST = "the list of the application's commands";

    private final Errands errands = new Errands();

    @Override
    public CommandList list() {
        try {
            Offers offers = offers();
            List<OwnCommand> commands = offers.byName().values().stream().map(Offer::command).toList();
            return new CommandList(commands, List.copyOf(offers.problems()));
        } catch (Refusal e) {
            return new CommandList(List.of(), List.of(e.getMessage()));
        }
    }

    private Offers offers() throws Refusal {
        return errands.ask(LIST, PATIENCE, Offers::now);
    }

    private Offer offer(String command) throws Refusal {
        Offer offer = offers().byName().get(command);
        if (offer == null) {
            throw OwnCommands.unknown(command);
        }
        return offer;
    }

    @Override
    public CommandAnswer run(String command, List<String> words, boolean reading) throws Refusal {
        Offer offer = offer(command);
        if (reading && !offer.command().reading()) {
            throw Refusal.usage("command " + command + " may change something", "ask for it as an act");
        }
        Duration limit = Duration.ofMillis(offer.command().limitMillis());
        Map<String, Object> said = errands.run("command " + command, limit, () -> offer.run().apply(words));
        return answer(command, said);
    }

    @SuppressWarnings("unchecked")
    private static CommandAnswer answer(String command, Map<String, Object> said) throws Refusal {
        if (said.get("usage") instanceof String wrong) {
            throw Refusal.usage(command + ": " + wrong, "help " + command + " says more");
        }
        if (said.get("failed") instanceof String why) {
            throw Refusal.absent("command " + command + " failed: " + why, "the application's own log may tell more");
        }
        long left = (long) said.getOrDefault("left", 0L);
        return said.get("columns") instanceof List<?> columns
                ? new CommandAnswer(command, List.of(), (List<String>) columns,
                        (List<Map<String, Object>>) said.get("rows"), left)
                : new CommandAnswer(command, (List<String>) said.get("lines"), List.of(), List.of(), left);
    }

    @Override
    public ChoiceList complete(String command, List<String> words) throws Refusal {
        Offer offer = offer(command);
        List<String> beginning = words.isEmpty() ? List.of("") : words;
        return new ChoiceList(errands.ask("completion of " + command, PATIENCE,
                () -> offer.complete().apply(beginning)));
    }

    /** Interrupts whatever of the application's code still runs for Clew. */
    public void close() {
        errands.close();
    }
}
