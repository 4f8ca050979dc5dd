// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Remarks;
import dev.clew.agent.hook.TaskRecord;

/** Names tasks: by the name that the application gave it, else a thread by its name and other work by its class. */
final class Names {

    private Names() {}

    static String of(TaskRecord record, Trace creation) {
        String said = Remarks.name(record);
        String known = said != null ? said : record.creation.name;
        if (known != null) {
            return known;
        }
        String thread = record.object() instanceof Thread live ? live.getName()
                : record.kind <= TaskRecord.VIRTUAL || record.kind == TaskRecord.SUBTASK ? record.threadName() : null;
        if (thread != null && !thread.isEmpty()) {
            return thread;
        }
        Object work = record.creation.work;
        String name = work == null ? null
                : WorkNames.of(work instanceof Class<?> type ? type.getName() : (String) work);
        if (record.kind == TaskRecord.FUTURE) {
            String method = Stage.of(creation.frames()).method();
            return name == null ? method : method + " " + name;
        }
        return name == null ? "(unnamed)" : name;
    }

    /** Returns a thread's name as it is shown; a virtual thread often has an empty one. */
    static String shown(String thread) {
        return thread != null && thread.isEmpty() ? "(unnamed)" : thread;
    }
}
