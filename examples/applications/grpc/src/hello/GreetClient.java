// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package hello;

import com.google.protobuf.StringValue;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;

/** Calls the server a hundred times and prints its last answer. */
public final class GreetClient {
    private GreetClient() {}

    public static void main(String[] args) {
        ManagedChannel channel = NettyChannelBuilder.forAddress("localhost", Integer.parseInt(args[0]))
                .usePlaintext()
                .build();
        try {
            StringValue answer = null;
            for (int call = 0; call < 100; call++) {
                answer = ClientCalls.blockingUnaryCall(channel, Greet.METHOD,
                        CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS), StringValue.of("caller " + call));
            }
            System.out.println(answer.getValue());
        } finally {
            channel.shutdownNow();
        }
    }
}
