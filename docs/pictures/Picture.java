// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a screen, as {@code tmux capture-pane -e} writes it, into a picture: each run of one look is a text of its own. */
public final class Picture {

    private static final double WIDE = 8.4;
    private static final int HIGH = 18;
    private static final int EDGE = 10;
    private static final String INK = "#c9d1d9";
    private static final String PAPER = "#0d1117";
    private static final Pattern LOOK = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final Map<Integer, String> COLOURS =
            Map.of(31, "#ff7b72", 32, "#56d364", 35, "#d2a8ff", 36, "#76e3ea");

    private final StringBuilder svg = new StringBuilder();
    private String colour = INK;
    private boolean bold;
    private boolean faint;
    private boolean inverse;

    public static void main(String[] words) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        byte[] picture = new Picture().of(words[0], in.lines().toList()).getBytes(StandardCharsets.UTF_8);
        System.out.write(picture, 0, picture.length);
        System.out.flush();
    }

    private String of(String title, List<String> lines) {
        int columns = lines.stream().mapToInt(line -> LOOK.matcher(line).replaceAll("").length()).max().orElse(80);
        double width = columns * WIDE + 2 * EDGE;
        int height = lines.size() * HIGH + 2 * EDGE;
        svg.append("<!-- SPDX-FileCopyrightText: The Clew authors -->\n<!-- SPDX-License-Identifier: Apache-2.0 -->\n")
                .append(String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\" width=\"%.0f\" "
                        + "font-family=\"ui-monospace,Menlo,Consolas,DejaVu Sans Mono,monospace\" font-size=\"14\">\n",
                        width, height, width))
                .append("<title>").append(escaped(title)).append("</title>\n")
                .append(String.format("<rect width=\"%.0f\" height=\"%d\" rx=\"6\" fill=\"%s\"/>\n", width, height, PAPER));
        for (int row = 0; row < lines.size(); row++) {
            line(lines.get(row), row);
        }
        return svg.append("</svg>\n").toString();
    }

    private void line(String line, int row) {
        Matcher look = LOOK.matcher(line);
        int from = 0;
        int column = 0;
        while (look.find()) {
            column += run(line.substring(from, look.start()), column, row);
            for (String code : look.group(1).split(";")) {
                change(code.isEmpty() ? 0 : Integer.parseInt(code));
            }
            from = look.end();
        }
        run(line.substring(from), column, row);
    }

    private void change(int code) {
        switch (code) {
            case 0 -> {
                colour = INK;
                bold = faint = inverse = false;
            }
            case 1 -> bold = true;
            case 2 -> faint = true;
            case 7 -> inverse = true;
            case 22 -> bold = faint = false;
            case 27 -> inverse = false;
            default -> colour = COLOURS.getOrDefault(code, INK);
        }
    }

    /** Draws text of one look, and returns how many columns it takes. */
    private int run(String text, int column, int row) {
        double x = EDGE + column * WIDE;
        int y = EDGE + row * HIGH;
        if (inverse && !text.isEmpty()) {
            svg.append(String.format("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", x, y,
                    text.length() * WIDE, HIGH, colour));
        }
        String shown = text.stripTrailing();
        int blanks = shown.length() - shown.stripLeading().length();
        if (!shown.isBlank()) {
            svg.append(String.format("<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\" "
                    + "xml:space=\"preserve\" fill=\"%s\"%s%s>%s</text>\n", x + blanks * WIDE, y + 14,
                    (shown.length() - blanks) * WIDE, inverse ? PAPER : colour, bold ? " font-weight=\"bold\"" : "",
                    faint ? " opacity=\"0.6\"" : "", escaped(shown.strip())));
        }
        return text.length();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
