// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Remarks;
import dev.clew.agent.hook.TaskRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the application has labelled tasks with. */
final class Labels {

    private static final int BYTES = 100;

    private Labels() {}

    /** Returns a live task's labels, values by their keys, in the order in which they came. */
    static Map<String, String> of(TaskRecord record) {
        String[] pairs = Remarks.of(record);
        if (pairs.length == 0) {
            return Map.of();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i].isEmpty()) {
                labels.put(pairs[i], pairs[i + 1]);
            }
        }
        return Collections.unmodifiableMap(labels);
    }

    /** Returns an estimate of the size of labels. */
    static int bytes(Map<String, String> labels) {
        int bytes = 0;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            bytes += BYTES + label.getKey().length() + label.getValue().length();
        }
        return bytes;
    }
}
