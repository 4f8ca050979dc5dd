// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.demo.Jdk;
import dev.clew.cli.demo.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged demo as a pipeline would: without a terminal. */
@Timeout(180)
class DemoIT {

    private static final Path JAR = Path.of(System.getProperty("clew.jar", "target/clew.jar"));
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private static Path home;

    private static String tour;

    @BeforeAll
    static void walk() throws Exception {
        tour = demo(0, "-Dclew.home=" + ROOT);
    }

    @Test
    void namesThePlaceOfEveryPlantedBug() {
        assertThat(tour).doesNotContain("Not found here");
        assertThat(meaning()).contains("PriceFeed$Listener.onMessage:", "JobExits.onNext:", "Lighthouse.flash:",
                "CustomsReport.assess:", "Supervisor.cancelLateCheckout:", "Checkout.call:", "Voyage.load:",
                "Voyage.prepare:", "Voyage.unfold:", "Voyage.awaitTide:", "BerthPermit.dock:", "BerthPermit.unfold:");
        if (Jdk.atLeast(Service.STRUCTURED).isPresent()) {
            assertThat(meaning()).contains("TripBooking.bookCabin:", "TripBooking.confirm:");
        } else {
            assertThat(tour).contains("No JDK 25 or newer was found on this machine");
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (Stream<Path> sockets = Files.list(home.resolve("s"))) {
            assertThat(sockets.map(Path::toString)).noneMatch(name -> name.endsWith(".sock"));
        }
    }

    @Test
    void printsWhatTheReadMeShows() throws IOException {
        List<String> printed = tour.lines().map(DemoIT::withoutNumbers).toList();
        String readMe = Files.readString(ROOT.resolve("README.md"));
        String transcript = readMe.substring(readMe.indexOf("```console\n") + 11);
        transcript = transcript.substring(0, transcript.indexOf("```"));

        assertThat(transcript.lines().filter(line -> !line.strip().equals("...")).map(DemoIT::withoutNumbers))
                .hasSizeGreaterThan(10).isSubsetOf(printed);
    }

    /** Returns a line with one sign for each number, time and age, and one blank between words; a busy machine loses some. */
    private static String withoutNumbers(String line) {
        return line.replaceAll("; [0-9,]+ older ones are no longer held", "").replaceAll("[0-9][0-9T:.,-]*(us|ms|s|m|Z)?( [0-9]+s)?\\b", "#").replaceAll(" +", " ").strip();
    }

    @Test
    void refusesWithoutASourceTree() throws Exception {
        assertThat(demo(1)).isEqualTo("clew: the sample service is in Clew's source tree, not in its jar; "
                + "run ./clew demo there, or clew run -- java ... to watch a program of yours\n");
    }

    /** Returns what the tour says in its own words, on one line. */
    private static String meaning() {
        return String.join(" ", tour.lines().filter(line -> line.startsWith("  > ") || line.startsWith("    ")
                && !line.matches("    at \\S+\\(.*\\)")).map(String::strip).toList());
    }

    private static String demo(int status, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString(), "demo"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLEW_DIR", home.resolve("s").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }
}
