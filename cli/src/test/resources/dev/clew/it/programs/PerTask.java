// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What only newer JDKs have. */
final class PerTask {

    static final ExecutorService POOL = Executors.newVirtualThreadPerTaskExecutor();

    private PerTask() {}
}
