// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as lines; a line break or a control character in a field is escaped, so that a row is one line.
 *
 * @param rows the rows
 */
record RowText(Rows rows) {

    /** Returns comma-separated values under a line of names; a field with a comma or a quote is quoted. */
    String csv() {
        var text = new StringBuilder(String.join(",", rows.names())).append('\n');
        rows.rows().forEach(row -> text.append(row.stream().map(RowText::cell).collect(Collectors.joining(",")))
                .append('\n'));
        return text.toString();
    }

    private static String cell(String value) {
        String line = Plain.line(value);
        return line.indexOf(',') < 0 && line.indexOf('"') < 0 ? line : '"' + line.replace("\"", "\"\"") + '"';
    }

    /**
     * Returns a line for each row.
     *
     * @param template the line, with fields in braces; two braces stand for one
     * @throws Refusal if it names a field that there is not, or a brace is not closed
     */
    String lines(String template) throws Refusal {
        List<Object> parts = parts(template);
        var text = new StringBuilder();
        for (List<String> row : rows.rows()) {
            parts.forEach(part -> text.append(part instanceof Integer field ? Plain.line(row.get(field)) : part));
            text.append('\n');
        }
        return text.toString();
    }

    /** Returns the template's parts: texts, and the numbers of fields. */
    private List<Object> parts(String template) throws Refusal {
        List<Object> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            boolean twice = (c == '{' || c == '}') && at + 1 < template.length() && template.charAt(at + 1) == c;
            if (c == '{' && !twice) {
                int end = template.indexOf('}', at);
                parts.add(field(template, at + 1, end));
                at = end + 1;
            } else {
                parts.add(String.valueOf(c));
                at += twice ? 2 : 1;
            }
        }
        return parts;
    }

    private int field(String template, int begin, int end) throws Refusal {
        if (end < 0) {
            throw Refusal.usage("a brace is not closed", "end it with }, or write {{ for a brace")
                    .at(template, begin - 1);
        }
        String name = template.substring(begin, end);
        int field = rows.names().indexOf(name);
        if (field < 0) {
            throw Refusal.usage("no field \"" + name + "\"" + Suggestion.of(name, rows.names()),
                    "fields are " + String.join(", ", rows.names())).at(template, begin);
        }
        return field;
    }
}
