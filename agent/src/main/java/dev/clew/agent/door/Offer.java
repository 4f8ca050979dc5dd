// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.model.OwnArgument;
import dev.clew.model.OwnCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A command as a copy of the api tells of it; used at once and never kept.
 *
 * @param command what it is
 * @param provider the class that brings it by a service; null if it was added
 * @param run runs it
 * @param complete completes its arguments
 */
record Offer(OwnCommand command, Object provider, Function<List<String>, Map<String, Object>> run,
        Function<List<String>, List<String>> complete) {

    /** Returns what is told. */
    @SuppressWarnings("unchecked")
    static Offer of(Map<String, Object> told) {
        List<OwnArgument> arguments = new ArrayList<>();
        for (Map<String, Object> each : (List<Map<String, Object>>) told.get("arguments")) {
            arguments.add(new OwnArgument((String) each.get("name"), (String) each.get("kind"),
                    (List<String>) each.get("choices"), (String) each.get("help"), (boolean) each.get("optional"),
                    (boolean) each.get("many"), (boolean) each.get("named")));
        }
        OwnCommand command = new OwnCommand((String) told.get("name"), (String) told.get("help"),
                (boolean) told.get("reading"), (long) told.get("limit"), List.copyOf(arguments));
        return new Offer(command, told.get("provider"),
                (Function<List<String>, Map<String, Object>>) told.get("run"),
                (Function<List<String>, List<String>>) told.get("complete"));
    }
}
