// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.docker;

import com.example.harbor.Crew;
import com.example.harbor.Eventually;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A watcher of Docker's events that ends on the first event which is not about a job, while three jobs still wait. */
public final class ContainerWatch implements Pathology {

    private static final List<String> FINISHED = List.of("unload", "weigh");
    private static final List<String> WAITING = List.of("inspect", "stamp", "store");

    private final ExecutorService workers = Executors.newCachedThreadPool(new Crew("job"));
    private final ExecutorService watchers = Executors.newSingleThreadExecutor(new Crew("container-watch"));
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, Future<Integer>> results = new HashMap<>();
    private Future<?> watch;

    public static void main(String[] args) {
        Mooring.hold(new ContainerWatch());
    }

    @Override
    public void unfold() throws Exception {
        DockerDaemon daemon = DockerDaemon.start();
        startJobs();
        startWatch(daemon.address());
        FINISHED.forEach(job -> daemon.publish(DaemonEvent.died(job, 0)));
        Eventually.holds("first jobs done", () -> FINISHED.stream().allMatch(job -> results.get(job).isDone()));
        daemon.publish(DaemonEvent.connected("quay"));
        Eventually.holds("watch over", () -> watch.isDone());
        WAITING.forEach(job -> daemon.publish(DaemonEvent.died(job, 0)));
        Eventually.holds("jobs waiting", () -> WAITING.stream().allMatch(job -> jobs.get(job).waits()));
    }

    private void startJobs() {
        for (String name : List.of("unload", "weigh", "inspect", "stamp", "store")) {
            Job job = new Job(name, new CompletableFuture<>());
            jobs.put(name, job);
            results.put(name, workers.submit(job));
        }
    }

    private void startWatch(URI daemon) {
        watch = watchers.submit(() -> {
            try (DockerClient docker = connect(daemon)) {
                return docker.eventsCmd().exec(new JobExits(jobs)).awaitCompletion();
            }
        });
    }

    private static DockerClient connect(URI daemon) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(daemon.toString())
                .withDockerTlsVerify(false)
                .build();
        var transport = new ZerodepDockerHttpClient.Builder().dockerHost(config.getDockerHost()).build();
        return DockerClientImpl.getInstance(config, transport);
    }
}
