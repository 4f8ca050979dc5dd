// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.grpc;

/** What a ton of some cargo costs, in cents. */
record Quote(String cargo, long cents) {

    static Quote parse(String text) {
        int space = text.lastIndexOf(' ');
        return new Quote(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
    }

    String text() {
        return cargo + " " + cents;
    }
}
