// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hook never lets an exception out, and one that fails too often is switched off. */
@ExtendWith(Attached.class)
class HooksTest {

    static Stream<Method> hooks() {
        return Stream.of(CompletionHooks.class, ForkJoinHooks.class, FutureHooks.class, OfferHooks.class,
                        PoolHooks.class, ScopeHooks.class, StageHooks.class, ThreadHooks.class, TimerHooks.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void noHookThrowsWhateverItIsHanded(Method hook) {
        Object[] nothing = Arrays.stream(hook.getParameterTypes()).map(HooksTest::nothing).toArray();
        for (int i = 0; i < Meter.PATIENCE + 1; i++) {
            assertThatCode(() -> hook.invoke(null, nothing)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void noHookDoesAnythingWhileClewIsAway(Method hook) {
        Harvest.finish();
        long ids = Harvest.lastId();
        Object[] nothing = Arrays.stream(hook.getParameterTypes()).map(HooksTest::nothing).toArray();

        assertThatCode(() -> hook.invoke(null, nothing)).doesNotThrowAnyException();
        assertThat(Harvest.lastId()).isEqualTo(ids);
        assertThat(Meter.lastFailure()).isNull();
    }

    @Test
    void aHookThatFailsTooOftenIsOff() {
        for (int i = 1; i <= Meter.PATIENCE; i++) {
            assertThat(Meter.off(Meter.FUTURE_NEW)).isFalse();
            FutureHooks.made(null, null);
            assertThat(Meter.failures(Meter.FUTURE_NEW)).isEqualTo(i);
        }
        assertThat(Meter.off(Meter.FUTURE_NEW)).isTrue();
        assertThat(Meter.lastFailure()).isInstanceOf(NullPointerException.class);

        FutureTask<String> future = new FutureTask<>(() -> "never seen");
        FutureHooks.made(future, null);

        assertThat(Slots.get(future)).isNull();
        assertThat(Meter.fired(Meter.FUTURE_NEW)).isEqualTo(Meter.PATIENCE);
        assertThat(Meter.off(Meter.FUTURE_RUN)).as("others go on").isFalse();
    }

    @Test
    void everyHookHasAName() throws IllegalAccessException {
        for (var field : Meter.class.getDeclaredFields()) {
            if (field.getType() == int.class && !field.getName().equals("PATIENCE")) {
                assertThat(Meter.NAMES[field.getInt(null)]).as(field.getName()).isNotBlank();
            }
        }
        assertThat(Meter.NAMES).doesNotHaveDuplicates();
    }

    private static Object nothing(Class<?> type) {
        return type == boolean.class ? (Object) true : type == int.class ? (Object) (-1) : type == long.class
                ? (Object) 0L : null;
    }
}
