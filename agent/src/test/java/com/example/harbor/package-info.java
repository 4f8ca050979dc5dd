// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/** Code of an application that tests take stacks of: stacks of Clew's own packages are hidden. */
package com.example.harbor;
