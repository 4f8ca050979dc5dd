// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static dev.clew.agent.transform.Subject.RESULT;
import static dev.clew.agent.transform.Subject.THIS;
import static dev.clew.agent.transform.Subject.THROWN;
import static dev.clew.agent.transform.Subject.TOP;
import static dev.clew.agent.transform.Subject.constant;
import static dev.clew.agent.transform.Subject.field;
import static dev.clew.agent.transform.Subject.inheritedField;
import static dev.clew.agent.transform.Subject.parameter;

import java.util.ArrayList;
import java.util.List;

/** {@code CompletableFuture}: its stages, what they run, and who looks at their errors. */
final class Stages {

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String TYPE = "L" + FUTURE + ";";
    private static final Site NEXT = new Site.Before(FUTURE, "newIncompleteFuture");
    private static final Argument AT_ONCE = constant(true);
    private static final Argument LATER = constant(false);
    private static final String RUN = "CompletableFuture.Completion.tryFire";
    private static final String NEW = "CompletableFuture.<init>";
    private static final String SEEN = "CompletableFuture.get";
    private static final Argument DEPENDENT = inheritedField("dep", TYPE);
    private static final Argument SOURCE = inheritedField("src", TYPE);
    private static final Argument SECOND = inheritedField("snd", TYPE);
    private static final String[] DEPENDENTS = {
        "UniApply", "UniAccept", "UniRun", "UniWhenComplete", "UniHandle", "UniExceptionally",
        "UniComposeExceptionally", "UniRelay", "UniCompose", "BiApply", "BiAccept", "BiRun", "BiRelay", "OrApply",
        "OrAccept", "OrRun", "AnyOf"
    };
    private static final Site MADE = new Site.After(FUTURE, "newIncompleteFuture");
    private static final Site GIVEN = new Site.After("java/util/concurrent/CompletionStage", "toCompletableFuture");
    private static final Site HANDLING = new Site.Before("java/util/function/Function", "apply");

    private Stages() {}

    static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(List.of(future(), async("AsyncSupply", "Supplier"),
                async("AsyncRun", "Runnable"), timeout("Timeout"),
                timeout("DelayedCompleter")));
        for (String name : DEPENDENTS) {
            subjects.add(dependent(name));
        }
        return subjects;
    }

    private static Subject future() {
        Subject subject = Subject.of(FUTURE)
                .exit(NEW, "<init>", "()V", "StageHooks.made", THIS)
                .entry(SEEN, "reportGet", null, "CompletionHooks.asked", parameter(0))
                .entry(SEEN, "reportJoin", null, "CompletionHooks.asked", parameter(0))
                .entry(SEEN, "exceptionNow", null, "CompletionHooks.asked", field("result", "Ljava/lang/Object;"));
        subject.at(SEEN, new Site.Before("java/util/function/BiConsumer", "accept"), "uniWhenComplete", null,
                        "CompletionHooks.handed", TOP, parameter(1))
                .at(SEEN, new Site.Before("java/util/function/BiFunction", "apply"), "uniHandle", null,
                        "CompletionHooks.seen", TOP)
                .at(SEEN, HANDLING, "uniExceptionally", null, "CompletionHooks.seen", TOP)
                .at(SEEN, HANDLING, "uniComposeExceptionallyStage", null, "CompletionHooks.seen", TOP);
        subject.exit("CompletableFuture.complete", "completeThrowable", "(Ljava/lang/Throwable;)Z",
                "CompletionHooks.threw", RESULT, THIS, parameter(0));
        for (String method : new String[] {"asyncRunStage", "asyncSupplyStage"}) {
            subject.at(NEW, new Site.Before("java/util/concurrent/Executor", "execute"), method, null,
                            "OfferHooks.offering", TOP)
                    .exit(NEW, method, null, "OfferHooks.taken")
                    .throwing(NEW, method, null, "OfferHooks.refused", parameter(1), THROWN);
        }
        subject.entry("CompletableFuture.complete", "obtrudeValue", null, "CompletionHooks.obtruding", THIS)
                .entry("CompletableFuture.complete", "obtrudeException", null, "CompletionHooks.obtrudingError", THIS,
                        parameter(0));
        return meaning(completing(atOnce(subject)));
    }

    /** Tells for which function the next future is made, before it is. */
    private static Subject meaning(Subject subject) {
        for (String way : new String[] {"Apply", "Accept", "Run"}) {
            subject.at(NEW, NEXT, "uni" + way + "Stage", null, "StageHooks.meaning", THIS, parameter(1), LATER)
                    .at(NEW, NEXT, "uni" + way + "Now", null, "StageHooks.meaning", THIS, parameter(2), AT_ONCE)
                    .at(NEW, NEXT, "bi" + way + "Stage", null, "StageHooks.meaning", THIS, parameter(2), LATER)
                    .at(NEW, NEXT, "or" + way + "Stage", null, "StageHooks.meaning", THIS, parameter(2), LATER);
        }
        for (String way : new String[] {"WhenComplete", "Handle", "Exceptionally", "ComposeExceptionally", "Compose"}) {
            subject.at(NEW, NEXT, "uni" + way + "Stage", null, "StageHooks.meaning", THIS, parameter(1), LATER);
        }
        for (String way : new String[] {"Supply", "Run"}) {
            subject.at(NEW, new Site.Before(FUTURE, "<init>"), "async" + way + "Stage", null,
                    "StageHooks.meaningAsync", parameter(1));
        }
        return subject;
    }

    /** Adds what sees a stage of a complete source run within the call that makes it. */
    private static Subject atOnce(Subject subject) {
        for (String method : new String[] {"uniApplyNow", "uniAcceptNow", "uniRunNow"}) {
            subject.at(RUN, MADE, method, null, "StageHooks.making", TOP, THIS, parameter(1))
                    .leaving(RUN, method, null, "StageHooks.within", THIS, parameter(1));
        }
        for (String method : new String[] {
            "uniWhenCompleteStage", "uniHandleStage", "uniExceptionallyStage", "uniComposeExceptionallyStage",
            "uniComposeStage"
        }) {
            subject.at(RUN, MADE, method, null, "StageHooks.making", TOP, THIS, parameter(0))
                    .leaving(RUN, method, null, "StageHooks.within", THIS, parameter(0));
        }
        for (String method : new String[] {"biApplyStage", "biAcceptStage", "biRunStage"}) {
            subject.at(RUN, MADE, method, null, "StageHooks.makingOfBoth", TOP, THIS, parameter(1), parameter(0))
                    .leaving(RUN, method, null, "StageHooks.within", THIS, parameter(0));
        }
        subject.at(RUN, MADE, "uniCopyStage", null, "StageHooks.copying", TOP, parameter(0))
                .leaving(RUN, "uniCopyStage", null, "StageHooks.copied", parameter(0))
                .entry(RUN, "andTree", null, "StageHooks.joining", parameter(0), parameter(1), parameter(2))
                .leaving(RUN, "andTree", null, "StageHooks.joined", parameter(0));
        for (String method : new String[] {"uniComposeStage", "uniComposeExceptionallyStage"}) {
            subject.at(RUN, GIVEN, method, null, "StageHooks.composed", TOP);
        }
        return subject;
    }

    private static Subject completing(Subject subject) {
        for (String method : new String[] {
            "internalComplete", "completeNull", "completeValue", "completeThrowable", "completeRelay", "uniApplyNow",
            "uniAcceptNow", "uniRunNow", "uniWhenComplete", "uniHandle", "uniExceptionally", "uniComposeExceptionally",
            "uniRelayNow", "uniCompose", "uniComposeStage", "uniCopyStage", "uniAsMinimalStage",
            "uniWhenCompleteStage", "uniHandleStage", "uniExceptionallyStage", "uniComposeExceptionallyStage",
            "biApply", "biApplyNow", "biApplyStage", "biAccept", "biAcceptNow", "biAcceptStage", "biRun", "biRunNow",
            "biRunStage", "andTree", "orApply", "orApplyNow", "orAccept", "orAcceptNow", "orRun", "orRunNow",
            "obtrudeValue", "obtrudeException"
        }) {
            subject.at("CompletableFuture.complete", new Site.Completing(), method, null,
                    "CompletionHooks.mayBeCompleted");
        }
        return subject;
    }

    private static Subject async(String name, String function) {
        String type = "L" + (function.equals("Runnable") ? "java/lang/" : "java/util/function/") + function + ";";
        return Subject.of(FUTURE + "$" + name)
                .exit(NEW, "<init>", "(" + TYPE + type + ")V", "StageHooks.computes",
                        parameter(0), parameter(1))
                .entry(RUN, "run", "()V", "StageHooks.running", THIS, DEPENDENT)
                .leaving(RUN, "run", "()V", "StageHooks.ran", THIS);
    }

    private static Subject dependent(String name) {
        Subject subject = Subject.of(FUTURE + "$" + name);
        if (name.startsWith("Bi") || name.startsWith("Or")) {
            subject.entry(RUN, "tryFire", null, name.startsWith("Bi") ? "StageHooks.firingBoth"
                    : "StageHooks.firingEither", THIS, DEPENDENT, SOURCE, SECOND, parameter(0));
        } else {
            subject.entry(RUN, "tryFire", null, "StageHooks.firing", THIS, DEPENDENT, SOURCE, parameter(0));
        }
        subject.leaving(RUN, "tryFire", null, "StageHooks.ran", THIS);
        if (name.equals("UniCompose") || name.equals("UniComposeExceptionally")) {
            subject.at(RUN, GIVEN, "tryFire", null, "StageHooks.composed", TOP);
        }
        if (name.equals("UniComposeExceptionally")) {
            subject.at(SEEN, HANDLING, "tryFire", null, "CompletionHooks.seen", TOP);
        }
        return subject;
    }

    private static Subject timeout(String name) {
        return Subject.of(FUTURE + "$" + name)
                .entry(RUN, "run", "()V", "CompletionHooks.timing", constant(true))
                .leaving(RUN, "run", "()V", "CompletionHooks.timing", constant(false));
    }
}
