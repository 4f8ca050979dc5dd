// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The only classes that are defined inside java.base: what instrumented methods call, and what they write to.
 *
 * <p>What comes in here: code that runs on the application's threads. It depends on java.base alone, holds no lock,
 * blocks on nothing, throws nothing and calls no code of the application. What does not: decoding, text, anything
 * that a thread of Clew can do later. Classes here are renamed into {@code java.lang} when they are defined, under a
 * name that is derived from their content, so that two versions of Clew never meet.
 */
package dev.clew.agent.hook;
