// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Offers at the Tab key how a line can go on.
 *
 * @param completion knows how
 */
record TabKey(Completion completion) implements Completer {

    private static final int MOST = 40;

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.add(line.word().substring(0, line.wordCursor()));
        List<Choice> choices = completion.choices(words);
        int place = 0;
        for (Choice choice : choices.subList(0, Math.min(MOST, choices.size()))) {
            candidates.add(new Candidate(choice.value(), choice.value(), null,
                    choice.meaning().isEmpty() ? null : choice.meaning(), null, null, choice.whole(), place++));
        }
        if (choices.size() > MOST) {
            // Stands for what was typed, so that the beginning that the others share is not taken for that of all.
            String typed = words.get(words.size() - 1);
            candidates.add(new Candidate(typed, "...", null, (choices.size() - MOST) + " more: type on", null, null,
                    false, place));
        }
    }
}
