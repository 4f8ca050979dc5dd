// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package hello;

import com.google.protobuf.StringValue;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Greets whoever calls, on the loopback port given. */
public final class GreetServer {
    private GreetServer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(ServerServiceDefinition.builder(Greet.SERVICE)
                        .addMethod(Greet.METHOD, ServerCalls.asyncUnaryCall(GreetServer::greet))
                        .build())
                .build()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        System.out.println("listening on " + server.getPort());
        server.awaitTermination();
    }

    private static void greet(StringValue name, StreamObserver<StringValue> answer) {
        answer.onNext(StringValue.of("hello " + name.getValue() + " from " + Thread.currentThread().getName()));
        answer.onCompleted();
    }
}
