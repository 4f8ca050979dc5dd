// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.grpc;

import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;

/** A gRPC server on loopback that answers each subscription to a cargo with two quotes: the bid, then the ask. */
record PriceExchange(Server server) {

    /** The one method of the exchange: names of cargo go up, quotes come down. */
    static final MethodDescriptor<String, Quote> WATCH = MethodDescriptor.<String, Quote>newBuilder()
            .setType(MethodType.BIDI_STREAMING)
            .setFullMethodName("harbor.PriceExchange/Watch")
            .setRequestMarshaller(new Text<>(Function.identity(), Function.identity()))
            .setResponseMarshaller(new Text<>(Quote::text, Quote::parse))
            .build();

    static PriceExchange open() throws IOException {
        var service = ServerServiceDefinition.builder("harbor.PriceExchange")
                .addMethod(WATCH, ServerCalls.asyncBidiStreamingCall(Subscriptions::new))
                .build();
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = OkHttpServerBuilder.forPort(loopback, InsecureServerCredentials.create())
                .addService(service)
                .build();
        return new PriceExchange(server.start());
    }

    String address() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
    }

    private record Subscriptions(StreamObserver<Quote> quotes) implements StreamObserver<String> {

        @Override
        public void onNext(String cargo) {
            quotes.onNext(new Quote(cargo, 21_150));
            quotes.onNext(new Quote(cargo, 21_230));
        }

        @Override
        public void onError(Throwable error) {
            // The client is gone, and its subscriptions with it.
        }

        @Override
        public void onCompleted() {
            quotes.onCompleted();
        }
    }
}
