// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One document of the source tree.
 *
 * @param path where it is
 * @param text what it says
 */
record Page(Path path, String text) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    static Page of(String path) {
        try {
            return new Page(ROOT.resolve(path), Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every document that users or contributors read. */
    static List<Page> all() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<String> found = docs.map(path -> ROOT.relativize(path).toString())
                    .filter(path -> path.endsWith(".md"));
            return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md",
                    "examples/applications/README.md"), found).map(Page::of).toList();
        }
    }

    /** Returns what is typed in its console blocks, without the prompt. */
    List<String> typed() {
        List<String> typed = new ArrayList<>();
        for (Matcher block = CONSOLE.matcher(text); block.find();) {
            block.group(1).lines().filter(line -> line.startsWith("$ ")).forEach(line -> typed.add(line.substring(2)));
        }
        return typed;
    }

    /** Returns the targets of its links, those on the web excepted. */
    List<String> links() {
        return LINK.matcher(FENCED.matcher(text).replaceAll("")).results().map(found -> found.group(1))
                .filter(link -> !link.startsWith("http")).toList();
    }

    /** Returns what stands below a heading, up to the next one; empty if there is no such heading. */
    String section(String heading) {
        Matcher found = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "\n(.*?)(?=^#+ |\\z)").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** Returns the anchors of its headings, as hosts of source code make them. */
    List<String> anchors() {
        return text.lines().filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }
}
