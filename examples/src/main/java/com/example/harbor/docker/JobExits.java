// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import java.util.Map;

/** Reports the exit code of each container that dies to the job which ran in it. */
final class JobExits extends ResultCallback.Adapter<Event> {

    private final Map<String, Job> jobs;

    JobExits(Map<String, Job> jobs) {
        this.jobs = jobs;
    }

    @Override
    public void onNext(Event event) {
        Map<String, String> attributes = event.getActor().getAttributes();
        Job job = jobs.get(attributes.get("job"));
        job.exit().complete(Integer.valueOf(attributes.get("exitCode")));
    }
}
