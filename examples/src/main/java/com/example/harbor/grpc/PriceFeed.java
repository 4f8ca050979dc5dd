// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.grpc;

import com.example.harbor.Crew;
import com.example.harbor.Mooring;
import com.example.harbor.Pathology;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A gRPC client that schedules a refresh for each quote it receives, until {@value #LIMIT} of them are queued. */
public final class PriceFeed implements Pathology {

    /** How many refreshes the feed may pile up before it falls silent. */
    public static final int LIMIT = 2_000;

    private final ScheduledExecutorService refreshes = Executors.newScheduledThreadPool(1, new Crew("price-refresh"));
    private final CountDownLatch room = new CountDownLatch(LIMIT);
    private ManagedChannel channel;

    public static void main(String[] args) {
        Mooring.hold(new PriceFeed());
    }

    @Override
    public void unfold() throws Exception {
        var address = PriceExchange.open().address();
        channel = OkHttpChannelBuilder.forTarget(address, InsecureChannelCredentials.create()).build();
        ClientCall<String, Quote> call = channel.newCall(PriceExchange.WATCH, CallOptions.DEFAULT);
        Listener listener = new Listener(call);
        call.start(listener, new Metadata());
        listener.subscribe("grain");
        room.await();
    }

    /** Receives the quotes of one call. */
    private final class Listener extends ClientCall.Listener<Quote> {

        private final ClientCall<String, Quote> call;

        Listener(ClientCall<String, Quote> call) {
            this.call = call;
        }

        @Override
        public void onMessage(Quote quote) {
            if (room.getCount() > 0) {
                refreshes.schedule(() -> subscribe(quote.cargo()), 30, TimeUnit.MINUTES);
                room.countDown();
                subscribe(quote.cargo());
            }
        }

        private void subscribe(String cargo) {
            call.sendMessage(cargo);
            call.request(2);
        }
    }
}
