// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package com.example.shown;

import dev.clew.api.Clew;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;

/** A program that shows some of its objects. */
public final class Shown {

    private Shown() {}

    public static void main(String[] words) throws Exception {
        Clew.console().put("orders", List.of("nails", "rope"));
        CharSequence secret = new CharSequence() {
            @Override
            public int length() {
                return 5;
            }

            @Override
            public char charAt(int index) {
                return 'x';
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return this;
            }
        };
        Clew.console().put("secret", secret);
        System.out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Clew.console().put("orders", List.of("tar"));
            Clew.console().put("later", "taken by somebody in the console");
            Clew.console().remove("secret");
            System.out.println("done " + line);
        }
    }
}
