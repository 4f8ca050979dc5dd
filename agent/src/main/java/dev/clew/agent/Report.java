// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.door.Door;
import dev.clew.agent.hook.Meter;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Remarks;
import dev.clew.agent.hook.Slots;
import dev.clew.agent.hook.Toll;
import dev.clew.agent.record.Preservation;
import dev.clew.agent.record.Recorder;
import dev.clew.agent.transform.Installation;
import dev.clew.agent.transform.Libraries;
import dev.clew.model.Version;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.Listener;
import dev.clew.monitor.wire.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What Clew does in this JVM and what it can't see, put into words. */
final class Report {

    private final Options options;
    private final Identity identity;
    private final boolean atStart;
    private final Instant since;
    private final Installation installation;
    private final Libraries libraries;
    private final Recorder recorder;
    private final SelfTest selfTest = new SelfTest();
    private final String census;
    private final Door door;

    Report(Options options, Identity identity, boolean atStart, Instant since, Installation installation, Libraries libraries,
            Recorder recorder, String census, Door door) {
        this.options = options;
        this.identity = identity;
        this.atStart = atStart;
        this.since = since;
        this.installation = installation;
        this.libraries = libraries;
        this.recorder = recorder;
        this.census = census;
        this.door = door;
    }

    /** Returns the report; the server and the listener are null where there are none, and why is told of the latter. */
    StatusReport of(Server server, Listener listener, String deaf) {
        long live = recorder.liveCount();
        return new StatusReport(Version.current(), Greeting.PROTOCOL, identity.pid(), identity.name(),
                identity.mainClass(), System.getProperty("java.runtime.version"), since, atStart ? "start" : "attach", live,
                Harvest.endedCount(), recorder.kept(), recorder.dropped(), Harvest.throttledCount(), recorder.memory(),
                options.memory(), recorder.cpuMillis(), hooks(), gaps(listener, deaf),
                listening(server, listener), door(listener), costs());
    }

    private static List<StatusReport.Cost> costs() {
        return Stream.of(cost("creation", Harvest.creating()), cost("ending", Harvest.ending()))
                .filter(cost -> cost.sampled() > 0).toList();
    }

    private static StatusReport.Cost cost(String event, Toll toll) {
        return new StatusReport.Cost(event, toll.mean(), toll.measured());
    }

    private static List<String> listening(Server server, Listener listener) {
        return Stream.of(server == null ? null : server.socket().toString(),
                listener == null ? null : listener.address()).filter(Objects::nonNull).toList();
    }

    private static StatusReport.Door door(Listener listener) {
        return listener == null ? null : new StatusReport.Door(listener.address(), listener.role().word(),
                listener.tokenFile().toString());
    }

    private List<StatusReport.Hook> hooks() {
        Set<String> applied = installation.applied();
        Set<String> missing = installation.missing();
        List<StatusReport.Hook> hooks = new ArrayList<>();
        for (int i = 0; i < Meter.NAMES.length; i++) {
            String name = Meter.NAMES[i];
            String state = Meter.off(i) ? "off" : applied.contains(name) || ofLibraries(name) ? "on"
                    : missing.contains(name) ? "missing" : "idle";
            hooks.add(new StatusReport.Hook(name, state, Meter.fired(i), Meter.failures(i)));
        }
        return hooks;
    }

    private boolean ofLibraries(String hook) {
        return hook.endsWith(" of libraries") && libraries.instrumented() > 0;
    }

    private List<String> gaps(Listener listener, String deaf) {
        List<String> gaps = new ArrayList<>();
        installation.missing().forEach(hook -> gaps.add("hook missing: this JDK has no " + hook));
        installation.problems().forEach((type, why) -> gaps.add("not instrumented: " + type + ": " + why));
        gaps.addAll(selfTest.findings());
        gaps.addAll(door.problems());
        options.unknown().forEach(option -> gaps.add("unknown option ignored: " + option));
        if (!atStart) {
            gaps.add("before attach: tasks from before " + since + " have no origin");
        }
        if (!Slots.complete()) {
            gaps.add("classes that make tasks were loaded before Clew: records are found by a table instead of a field");
        }
        if (!Slots.lockKnown()) {
            gaps.add("this JDK's threads have no lock that Clew knows: records of threads are found by a table");
        }
        if (census != null) {
            gaps.add(census);
        }
        if (!Preservation.readsAnnotations()) {
            gaps.add("this JDK does not let Clew find @PreserveTermination: only patterns preserve endings");
        }
        if (libraries.passedOver() > 0) {
            gaps.add(libraries.passedOver() + " classes of libraries could not be instrumented");
        }
        if (Remarks.droppedCount() > 0) {
            gaps.add(Remarks.droppedCount() + " labels and names that the application gave were not kept, for want of"
                    + " room or because their tasks had ended or have " + Remarks.MOST + " others");
        }
        if (Harvest.unseenCount() > 0) {
            gaps.add(Harvest.unseenCount() + " pieces of work were handed to executors of libraries and not seen to"
                    + " run; they are in no answer");
        }
        if (recorder.unreadableBecause() != null) {
            gaps.add("some endings could not be decoded, the last because of " + recorder.unreadableBecause());
        }
        if (deaf != null) {
            gaps.add("not listening by TCP: " + deaf);
        }
        if (listener != null && listener.turnedAway() != null) {
            gaps.add("at " + listener.address() + " " + listener.turnedAway());
        }
        Throwable failure = Meter.lastFailure();
        if (failure != null) {
            gaps.add("a hook failed, last with " + failure);
        }
        return gaps;
    }
}
