// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** Programs that speak to Clew by its api, as the guide shows it. */
package dev.clew.it.api;
