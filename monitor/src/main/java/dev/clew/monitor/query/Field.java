// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Word;
import java.util.Arrays;
import java.util.List;

/** What a filter can ask about a task or a group of tasks. */
public enum Field implements Word {
    /** What sort of work it is. */
    KIND(Sort.WORD, Scope.ANY, "one of the kinds", Kind.values()),
    /** Where it is in its life. */
    STATE(Sort.WORD, Scope.LIVE, "one of the states", State.values()),
    /** How it ended. */
    OUTCOME(Sort.WORD, Scope.ENDED, "one of the outcomes", Outcome.values()),
    /** Its name. */
    NAME(Sort.TEXT, Scope.ANY, "its name"),
    /** What the application has labelled it with. */
    LABEL(Sort.TEXT, Scope.ANY, "its labels: a part of a key or a value, or KEY=VALUE"),
    /** Its site. */
    SITE(Sort.TEXT, Scope.ANY, "the frame that stands for its creation"),
    /** The thread that runs it or ran it. */
    THREAD(Sort.TEXT, Scope.ANY, "the name of its thread"),
    /** What it waits for. */
    WAITING(Sort.TEXT, Scope.LIVE, "what it waits for"),
    /** What it failed with. */
    ERROR(Sort.TEXT, Scope.ENDED, "class or message of its error or of one behind it"),
    /** Who ended it. */
    CAUSE(Sort.TEXT, Scope.ENDED, "who ended it: id or name of the task, thread, act, reason or a frame"),
    /** Any frame of its stacks. */
    FRAME(Sort.TEXT, Scope.ANY, "any frame of its creation, its error or its cause"),
    /** The task that created it. */
    PARENT(Sort.TEXT, Scope.ANY, "id or name of the task that created it, root or unknown"),
    /** Its id. */
    ID(Sort.NUMBER, Scope.ANY, "its id"),
    /** How long ago it was created. */
    AGE(Sort.TIME, Scope.ANY, "how long ago it was created"),
    /** How long it has run, or ran. */
    DURATION(Sort.TIME, Scope.ANY, "from its first run to its end, or to now"),
    /** How long ago it ended. */
    ENDED(Sort.TIME, Scope.ENDED, "how long ago it ended"),
    /** How many tasks a group has. */
    COUNT(Sort.NUMBER, Scope.GROUP, "how many tasks a group has"),
    /** How many live tasks a group has. */
    LIVE(Sort.NUMBER, Scope.GROUP, "the same, for live tasks"),
    /** How many tasks of a site were created. */
    CREATED(Sort.NUMBER, Scope.SITE, "how many tasks of a site were created"),
    /** How many of them in a second, lately. */
    RATE(Sort.NUMBER, Scope.SITE, "how many of them in a second, lately"),
    /** How many of them failed. */
    FAILED(Sort.NUMBER, Scope.SITE, "how many of them failed"),
    /** How many of them were cancelled. */
    CANCELLED(Sort.NUMBER, Scope.SITE, "how many of them were cancelled"),
    /** How many failures nobody looked at. */
    UNOBSERVED(Sort.NUMBER, Scope.SITE, "how many failures nobody looked at");

    private final Sort sort;
    private final Scope scope;
    private final String summary;
    private final List<String> words;

    Field(Sort sort, Scope scope, String summary, Word... words) {
        this.sort = sort;
        this.scope = scope;
        this.summary = summary;
        this.words = Arrays.stream(words).map(Word::word).toList();
    }

    /** What the values of a field are. */
    enum Sort { WORD, TEXT, NUMBER, TIME }

    /** Of what a field is known. */
    enum Scope { ANY, LIVE, ENDED, GROUP, SITE }

    /** Returns what it means, as a phrase. */
    public String summary() {
        return summary;
    }

    /** Returns the words that its value is one of; none if it is anything else. */
    public List<String> words() {
        return this == STATE ? words.subList(0, words.size() - 1) : words;
    }

    /** Returns whether it can be asked of tasks of a list: of live ones, or of ended ones. */
    public boolean asksOf(boolean ended) {
        return scope == Scope.ANY || scope == Scope.GROUP && !(ended && this == LIVE)
                || scope == (ended ? Scope.ENDED : Scope.LIVE);
    }

    /** Returns whether it can be asked of a site. */
    public boolean asksOfSites() {
        return this == KIND || this == SITE || this == LIVE || scope == Scope.SITE;
    }

    /** Returns whether its values have an order, so that {@code <} and {@code >} make sense. */
    public boolean ordered() {
        return sort == Sort.NUMBER || sort == Sort.TIME;
    }

    Sort sort() {
        return sort;
    }

    boolean ofGroups() {
        return scope == Scope.GROUP || scope == Scope.SITE;
    }

    /** Returns the field of a word, or null if there is none. */
    static Field of(String word) {
        return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst().orElse(null);
    }
}
