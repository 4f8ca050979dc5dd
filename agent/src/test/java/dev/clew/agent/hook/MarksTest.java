// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.PreserveTermination;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** The annotation is found on classes and methods, and nowhere else. */
class MarksTest {

    @Test
    void isReadInThisJdk() {
        assertThat(Marks.readable()).isTrue();
    }

    @Test
    void aMarkedClassMarksItsSubclasses() {
        assertThat(Marks.onWork(Kept.class)).isTrue();
        assertThat(Marks.onWork(Heir.class)).isTrue();
        assertThat(Marks.onWork(Plain.class)).isFalse();
        assertThat(Marks.onWork(FutureTask.class)).isFalse();
        assertThat(Marks.onWork(Kept[].class)).isFalse();
    }

    @Test
    void otherAnnotationsWithValuesOfEverySortArePassedOver() {
        assertThat(Marks.onWork(Crowded.class)).isTrue();
        assertThat(Marks.onMethod(Plain.class, "crowded")).isTrue();
        assertThat(Marks.onMethod(Plain.class, "other")).isFalse();
    }

    @Test
    void aMethodIsMarkedWithTheLambdasInIt() {
        assertThat(Marks.onMethod(Plain.class, "kept")).isTrue();
        assertThat(Marks.onMethod(Plain.class, "lambda$kept$0")).isTrue();
        assertThat(Marks.onMethod(Plain.class, "lambda$other$0")).isFalse();
        assertThat(Marks.onMethod(Plain.class, "lambda$")).isFalse();
        assertThat(Marks.onMethod(Kept.class, "run")).isFalse();
    }

    @Test
    void theClassOfALambdaLeadsToTheMethodItIsIn() {
        assertThat(Marks.onWork(Plain.kept().getClass())).isTrue();
        assertThat(Marks.onWork(Plain.other().getClass())).isFalse();
    }

    @Test
    void aReferenceToAMarkedMethodIsMarked() {
        Runnable reference = Plain::crowded;
        Callable<Runnable> other = Plain::other;

        assertThat(Marks.onWork(reference.getClass())).isTrue();
        assertThat(Marks.onWork(other.getClass())).isFalse();
    }

    @Test
    void aClassThatWasReadCanBeUnloaded() throws Exception {
        WeakReference<ClassLoader> loader = readInALoaderOfItsOwn();
        for (int i = 0; i < 50 && !loader.refersTo(null); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(loader.refersTo(null)).isTrue();
    }

    private static WeakReference<ClassLoader> readInALoaderOfItsOwn() throws Exception {
        URL classes = MarksTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new URLClassLoader(new URL[] {classes}, null)) {
            Class<?> kept = loader.loadClass(Kept.class.getName());
            assertThat(kept).isNotSameAs(Kept.class);
            assertThat(Marks.onWork(kept)).isTrue();
            return new WeakReference<>(loader);
        }
    }

    /** An annotation with a value of every sort. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Motley {

        String[] words() default {};

        long number() default 0;

        Class<?> type() default Object.class;

        RetentionPolicy constant() default RetentionPolicy.CLASS;

        Retention nested() default @Retention(RetentionPolicy.CLASS);
    }

    @PreserveTermination
    private static class Kept implements Serializable {
        private static final long serialVersionUID = 1;
    }

    private static final class Heir extends Kept {
        private static final long serialVersionUID = 1;
    }

    @Motley(words = {"a", "b"}, number = 3, type = String.class, constant = RetentionPolicy.SOURCE,
            nested = @Retention(RetentionPolicy.RUNTIME))
    @PreserveTermination
    private static final class Crowded {}

    private static final class Plain {

        @PreserveTermination
        static Runnable kept() {
            return () -> new Plain();
        }

        static Runnable other() {
            return () -> new Plain();
        }

        @Motley(words = {"a", "b"}, nested = @Retention(RetentionPolicy.RUNTIME))
        @PreserveTermination
        static void crowded() {
            new Plain();
        }
    }
}
