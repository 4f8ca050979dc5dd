// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a filter: {@code or} binds least, then {@code and}, which may be left out, then {@code not} and {@code -}. */
final class QueryParser {

    private static final int DEEPEST = 50;

    private final String text;
    private final boolean ended;
    private final boolean sites;
    private final List<Condition> aboutGroups = new ArrayList<>();
    private int at;
    private int depth;
    private int lastAboutGroups;

    QueryParser(String text, boolean ended) {
        this(text, ended, false);
    }

    QueryParser(String text, boolean ended, boolean sites) {
        this.text = text;
        this.ended = ended;
        this.sites = sites;
    }

    /** Returns the whole filter, told apart into what is asked of tasks and what of groups. */
    Query parse() throws Refusal {
        Condition whole = blank() ? new Condition.Always() : either();
        if (at < text.length()) {
            throw wrong(at, "a parenthesis is closed that was not opened", "quote it to look for the text");
        }
        List<Condition> parts = whole instanceof Condition.All all ? all.parts() : List.of(whole);
        List<Condition> groups = parts.stream().filter(this::aboutGroups).toList();
        if (groups.size() < aboutGroups.size()) {
            throw wrong(lastAboutGroups, "what is asked of groups stands beside the rest, not inside of or, not or "
                    + "parentheses", "write for example kind:pool count>100");
        }
        List<Condition> tasks = parts.stream().filter(part -> !aboutGroups(part)).toList();
        return new Query(text, new Condition.All(tasks), groups.stream().map(Condition.Number.class::cast).toList(),
                lastAboutGroups);
    }

    private boolean aboutGroups(Condition part) {
        return aboutGroups.stream().anyMatch(each -> each == part);
    }

    private Condition either() throws Refusal {
        if (++depth > DEEPEST) {
            throw wrong(at, "the parentheses are nested too deeply", "write it with fewer");
        }
        List<Condition> parts = new ArrayList<>(List.of(every()));
        while (keyword("or")) {
            parts.add(every());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
    }

    private Condition every() throws Refusal {
        List<Condition> parts = new ArrayList<>(List.of(each()));
        while (!blank() && text.charAt(at) != ')' && !ahead("or")) {
            keyword("and");
            parts.add(each());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private Condition each() throws Refusal {
        int times = 0;
        while (keyword("not") || minus()) {
            times++;
        }
        Condition part = operand();
        return times % 2 == 0 ? part : new Condition.Not(part);
    }

    private boolean minus() {
        boolean there = !blank() && text.charAt(at) == '-' && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
        at += there ? 1 : 0;
        return there;
    }

    private Condition operand() throws Refusal {
        if (blank()) {
            throw wrong(text.length(), "something is missing at the end", "write what to look for");
        }
        if (text.charAt(at) == '(') {
            int opened = at++;
            if (blank()) {
                throw wrong(opened, "a parenthesis is not closed", "end it with )");
            }
            Condition inside = either();
            if (blank() || text.charAt(at) != ')') {
                throw wrong(opened, "a parenthesis is not closed", "end it with )");
            }
            at++;
            return inside;
        }
        if (text.charAt(at) == ')' || ahead("and") || ahead("or")) {
            throw wrong(at, "something is missing here", "write what to look for, or quote the word");
        }
        return term();
    }

    private Condition term() throws Refusal {
        int begin = at;
        int sign = begin;
        while (sign < text.length() && (Character.isLowerCase(text.charAt(sign)) || text.charAt(sign) == '-')) {
            sign++;
        }
        Comparison comparison = sign == begin ? null : Comparison.at(text, sign);
        Field field = comparison == null ? null : Field.of(text.substring(begin, sign));
        if (comparison == null || field == null && lineFollows(sign, comparison)) {
            return new Condition.Anywhere(value(false));
        }
        if (field == null) {
            throw unknown(begin, text.substring(begin, sign));
        }
        if (sites && !field.asksOfSites()) {
            throw wrong(begin, "a site has no " + field.word(), "fields are " + String.join(", ", fields()));
        }
        if (!sites && !field.asksOf(ended)) {
            throw wrong(begin, (ended ? "an ended task is not asked for its " : "a live task has no ") + field.word(),
                    ended ? "every state here is ended; ps lists the live ones" : "ps-terminated lists the ended ones");
        }
        at = sign + comparison.sign().length();
        return comparison(field, comparison, begin);
    }

    /** Returns whether what looks like a field is a method with its line, as in {@code order:77}. */
    private boolean lineFollows(int sign, Comparison comparison) {
        return comparison == Comparison.HAS && sign + 1 < text.length() && Character.isDigit(text.charAt(sign + 1));
    }

    private Condition comparison(Field field, Comparison comparison, int begin) throws Refusal {
        if (comparison.orders() && !field.ordered()) {
            throw wrong(at - comparison.sign().length(), field.word() + " has no order", "compare it with : or =");
        }
        var values = new Values(this, field, comparison);
        List<Condition> parts = new ArrayList<>(List.of(values.next()));
        while (at < text.length() && text.charAt(at) == ',' && !field.ofGroups()) {
            at++;
            parts.add(values.next());
        }
        if (field.ofGroups()) {
            aboutGroups.add(parts.get(0));
            lastAboutGroups = begin;
        }
        return parts.size() == 1 ? parts.get(0)
                : comparison == Comparison.DIFFERS ? new Condition.All(List.copyOf(parts))
                : new Condition.Any(List.copyOf(parts));
    }

    /** Returns the text up to the next blank, or a quoted one; a closing parenthesis ends it if none is open in it. */
    Glob value(boolean list) throws Refusal {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int begin = at;
        int open = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !(list && text.charAt(at) == ',')) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            at++;
        }
        return Glob.of(text.substring(begin, at), false);
    }

    private Glob quoted(char quote) throws Refusal {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw wrong(at, "a quote is not closed", "end it with " + quote);
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return Glob.of(inside, true);
    }

    int at() {
        return at;
    }

    private boolean blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private boolean ahead(String word) {
        int end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || "()".indexOf(text.charAt(end)) >= 0);
    }

    private boolean keyword(String word) {
        boolean there = !blank() && ahead(word);
        at += there ? word.length() : 0;
        return there;
    }

    private List<String> fields() {
        return Arrays.stream(Field.values()).filter(field -> sites ? field.asksOfSites() : field.asksOf(ended))
                .map(Field::word).toList();
    }

    private Refusal unknown(int place, String word) {
        List<String> known = fields();
        return wrong(place, "no field " + word + Suggestion.of(word, known),
                "fields are " + String.join(", ", known) + "; quote it to look for the text");
    }

    Refusal wrong(int place, String message, String remedy) {
        return Refusal.usage(message, remedy).at(text, place);
    }
}
