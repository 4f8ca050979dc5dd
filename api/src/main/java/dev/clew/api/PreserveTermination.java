// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has Clew keep the endings of tasks beyond the limit of its history.
 *
 * <p>It stands on the class of a task's work or on a superclass of it, on the method that contains the lambda or is the
 * method reference that a task runs, or on a method that submits tasks: one of the three methods of the application
 * that are innermost on the stack of the creation. On one of several methods of a name it counts for all of them.
 * Without the agent it does nothing.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PreserveTermination {}
