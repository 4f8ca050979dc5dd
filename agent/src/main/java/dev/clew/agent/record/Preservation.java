// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which endings the history limit passes over: those whose site or name matches a pattern. */
public final class Preservation {

    private final List<Pattern> patterns = new ArrayList<>();

    /** Takes globs, in which {@code *} stands for anything; one without a star matches a part of a name or site. */
    public Preservation(List<String> globs) {
        for (String glob : globs) {
            String anywhere = glob.contains("*") ? glob : "*" + glob + "*";
            StringBuilder regex = new StringBuilder();
            for (String part : anywhere.split("\\*", -1)) {
                regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
            }
            patterns.add(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }
    }

    boolean covers(String name, Frame site) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(name).matches()
                    || site != null && pattern.matcher(site.className() + '.' + site.method()).matches()) {
                return true;
            }
        }
        return false;
    }
}
