// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

/** What a target says to one question; its JSON is the one JSON form of its record. */
public sealed interface Answer permits TaskList, GroupList, TaskTree, SiteList, OriginTree, Whereabouts, ActReport,
        StackDump, StatusReport, PatternList, CommandList, CommandAnswer, ChoiceList, Notice, ConsoleReport,
        ConsoleChoices, ConsoleNames, LoaderList, Overview, Pulse {}
