// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor;

import com.example.harbor.cancelled.Supervisor;
import com.example.harbor.docker.ContainerWatch;
import com.example.harbor.grpc.PriceFeed;
import com.example.harbor.lineage.Voyage;
import com.example.harbor.periodic.Lighthouse;
import com.example.harbor.promise.BerthPermit;
import com.example.harbor.unobserved.CustomsReport;

/** Starts every pathology of the harbor in one JVM. */
public final class Harbor {

    private Harbor() {
    }

    public static void main(String[] args) {
        Mooring.hold(
                new PriceFeed(),
                new ContainerWatch(),
                new Lighthouse(),
                new CustomsReport(),
                new Supervisor(),
                new Voyage(),
                new BerthPermit());
    }
}
