// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A task explosion: a gRPC client schedules another refresh on each message it receives and subscribes again, which
 * brings more messages. {@code clew ps --state queued} shows thousands of tasks created by one line of
 * {@code PriceFeed$Listener.onMessage}.
 */
package com.example.harbor.grpc;
