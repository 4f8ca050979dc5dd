// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.harbor.Watched;
import dev.clew.model.Frame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a future is for, read off the stack of its creation in the running JDK. */
class StageTest {

    private static final String FUTURE = "java.util.concurrent.CompletableFuture";
    /** Methods that make no future by way of their receiver, or none at all. */
    private static final Set<String> MAKE_NONE = Set.of("toCompletableFuture", "minimalCompletionStage",
            "completeAsync");

    @BeforeEach
    void forget() {
        Watched.TAKEN.clear();
    }

    static Stream<Method> stages() {
        return Arrays.stream(CompletableFuture.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> CompletionStage.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !method.isBridge() && !method.getName().equals("newIncompleteFuture"))
                .filter(method -> !MAKE_NONE.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aFutureThatAnotherOneMakesIsNamedByThatMethod(Method method) throws Exception {
        Watched source = new Watched();
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(StageTest::argument).toArray();

        Watched.call(() -> method.invoke(source, arguments));

        Stage stage = Stage.of(asOfAPlainFuture(Watched.TAKEN.get(0)));
        assertThat(stage.method()).isEqualTo(method.getName());
        assertThat(stage.dependent()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aFutureOfASubclassIsNamedByThatMethodToo(Method method) throws Exception {
        Watched source = new Watched();
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(StageTest::argument).toArray();

        Watched.call(() -> method.invoke(source, arguments));

        List<Frame> creation = new ArrayList<>(List.of(frame(FUTURE, "<init>"), frame("com.example.Own", "<init>")));
        creation.addAll(frames(Watched.TAKEN.get(0)));
        assertThat(Stage.of(creation).method()).isEqualTo(method.getName());
    }

    @Test
    void anAsynchronousStageDependsOnNothing() throws Exception {
        List<StackTraceElement[]> taken = new ArrayList<>();
        Executor taking = work -> taken.add(new Throwable().getStackTrace());
        Watched.call(() -> CompletableFuture.supplyAsync(() -> "", taking));
        Watched.call(() -> CompletableFuture.runAsync(() -> { }, taking));

        assertThat(Stage.of(asOfAPlainFuture(taken.get(0)))).isEqualTo(new Stage("supplyAsync", false));
        assertThat(Stage.of(asOfAPlainFuture(taken.get(1)))).isEqualTo(new Stage("runAsync", false));
    }

    @Test
    void allOfAndAnyOfPassOnWhatTheirSourcesGive() throws Exception {
        assertThat(Stage.of(failing(() -> CompletableFuture.allOf((CompletableFuture<?>) null))))
                .isEqualTo(new Stage("allOf", true));
        assertThat(Stage.of(failing(() -> CompletableFuture.anyOf((CompletableFuture<?>) null))))
                .isEqualTo(new Stage("anyOf", true));
    }

    @Test
    void whatTheApplicationMakesIsAPromise() {
        Stage promise = new Stage("promise", false);

        assertThat(Stage.of(List.of(frame(FUTURE, "<init>"), frame("com.example.Shop", "order")))).isEqualTo(promise);
        assertThat(Stage.of(List.of(frame(FUTURE, "<init>"), frame("com.example.Own", "<init>"),
                frame("com.example.Shop", "order")))).isEqualTo(promise);
        assertThat(Stage.of(List.of())).isEqualTo(promise);
    }

    @Test
    void aPromiseMadeByTheFactoryMethodIsAPromise() {
        assertThat(Stage.of(List.of(frame(FUTURE, "<init>"), frame(FUTURE, "newIncompleteFuture"),
                frame("com.example.Shop", "order")))).isEqualTo(new Stage("promise", false));
        assertThat(Stage.of(List.of(frame(FUTURE, "<init>"), frame("com.example.Own", "newIncompleteFuture"),
                frame("com.example.Shop", "order")))).isEqualTo(new Stage("promise", false));
    }

    @Test
    void aStageOfTheApplicationInsideAnotherIsNamedByTheInnerOne() {
        assertThat(Stage.of(List.of(frame(FUTURE, "<init>"), frame(FUTURE, "thenApply"),
                frame("com.example.Shop", "lambda$order"), frame(FUTURE + "$UniCompose", "tryFire"),
                frame(FUTURE, "complete")))).isEqualTo(new Stage("thenApply", true));
    }

    private static List<Frame> failing(Watched.Call call) throws Exception {
        try {
            Watched.call(call);
            throw new AssertionError("no exception");
        } catch (NullPointerException expected) {
            return frames(expected.getStackTrace());
        }
    }

    /** Puts the frames of a plain future's constructor in the place of the watched one's. */
    private static List<Frame> asOfAPlainFuture(StackTraceElement[] taken) {
        List<Frame> creation = new ArrayList<>(List.of(frame(FUTURE, "<init>"), frame(FUTURE, "newIncompleteFuture")));
        creation.addAll(frames(taken).subList(1, taken.length));
        return creation;
    }

    private static List<Frame> frames(StackTraceElement[] elements) {
        return Arrays.stream(elements).map(element -> frame(element.getClassName(), element.getMethodName())).toList();
    }

    private static Frame frame(String type, String method) {
        return new Frame(type, method, null, -1);
    }

    private static Object argument(Class<?> type) {
        if (type == long.class) {
            return 1L;
        } else if (type == TimeUnit.class) {
            return TimeUnit.DAYS;
        } else if (type == CompletionStage.class) {
            return new CompletableFuture<>();
        } else if (!type.isInterface()) {
            return "value";
        }
        return Proxy.newProxyInstance(StageTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            throw new InvocationTargetException(null, "never called");
        });
    }
}
