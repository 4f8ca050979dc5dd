// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What carries the bytes of one client, both ways. */
public interface Carrier {

    /**
     * Returns bytes that came and were not taken, waiting for some; none at the end.
     *
     * @param patience how long nothing may come; zero for ever
     * @throws java.net.SocketTimeoutException if nothing came for so long
     */
    ByteBuffer read(Duration patience) throws IOException;

    /** Sends bytes, and gives up on a client that takes none of them for long. */
    void write(byte[] bytes) throws IOException;

    /** Lets time pass without reading; returns true if the end has come meanwhile. */
    boolean idle(Duration time) throws IOException;
}
