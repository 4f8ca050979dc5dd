// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.docker;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** One event as the Docker daemon publishes it. */
record DaemonEvent(String type, String action, String actor, Map<String, String> attributes) {

    /** A container that ran a job died with an exit code. */
    static DaemonEvent died(String job, int exitCode) {
        return new DaemonEvent("container", "die", Integer.toHexString(job.hashCode()),
                Map.of("image", "harbor/crane", "job", job, "exitCode", Integer.toString(exitCode)));
    }

    /** A container was connected to a network. */
    static DaemonEvent connected(String network) {
        return new DaemonEvent("network", "connect", "beef01", Map.of("name", network, "type", "bridge"));
    }

    /** The event as one line of JSON, in the form of Docker's {@code GET /events}. */
    String json() {
        return """
                {"Type":"%s","Action":"%s","Actor":{"ID":"%s","Attributes":{%s}},"scope":"local","time":%d}
                """.formatted(type, action, actor, attributesJson(), Instant.now().getEpochSecond());
    }

    private String attributesJson() {
        return attributes.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(","));
    }
}
