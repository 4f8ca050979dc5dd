// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.cli.demo.stop.Stop;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sample service: a harbor, and the booking of trips where a JDK has structured concurrency. */
public final class Service implements AutoCloseable {

    /** The first JDK with the form of structured concurrency that the sample is written for. */
    public static final int STRUCTURED = 25;

    private static final String MAIN = "com.example.harbor.Harbor";

    private final Sample harbor;
    private final Optional<Trips> trips;

    private Service(Sample harbor, Optional<Trips> trips) {
        this.harbor = harbor;
        this.trips = trips;
    }

    /**
     * Starts the service.
     *
     * @param examples the programs
     * @param agent makes the option that loads the agent, from the name that a target gets
     * @param directory where the targets listen
     */
    public static Service start(Examples examples, UnaryOperator<String> agent, Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var harbor = Sample.start(List.of(java, agent.apply("harbor"), "-XX:TieredStopAtLevel=1", "-cp",
                examples.classPath(), MAIN), directory, true);
        var trips = Jdk.atLeast(STRUCTURED).map(jdk -> Trips.start(jdk, examples, agent.apply("trips"), directory));
        return new Service(harbor, trips);
    }

    /** Returns the harbor's process id. */
    public long pid() {
        return harbor.pid();
    }

    /** Returns the door to the harbor, once it is ready. */
    public Target target() throws Refusal {
        return harbor.target();
    }

    /** Returns whether trips can be booked: whether a JDK was found for them. */
    public boolean structured() {
        return trips.isPresent();
    }

    /** Returns every stop that can be made here. */
    public List<Tour.Leg> legs() {
        var legs = new ArrayList<Tour.Leg>();
        Stop.harbor().forEach(stop -> legs.add(new Tour.Leg(stop, harbor)));
        trips.ifPresent(host -> legs.add(new Tour.Leg(Stop.structured(), host)));
        return legs;
    }

    /** Ends every process of the service. */
    @Override
    public synchronized void close() {
        trips.ifPresent(Trips::close);
        harbor.close();
    }
}
