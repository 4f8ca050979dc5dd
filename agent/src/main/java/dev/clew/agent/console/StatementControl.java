// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl;

/** Runs what the JDK's shell has compiled, in this JVM: each statement on a thread that can be given up. */
final class StatementControl extends DirectExecutionControl {

    private final Statements statements;

    StatementControl(SnippetLoader loader, Statements statements) {
        super(new Definitions(loader));
        this.statements = statements;
    }

    @Override
    protected String invoke(Method statement) throws Exception {
        return run(() -> statement.invoke(null));
    }

    @Override
    public String varValue(String className, String variable)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            return run(() -> field.get(null));
        } catch (RunException e) {
            throw e;
        } catch (Exception e) {
            throw new InternalException(e.toString());
        }
    }

    private String run(Callable<?> statement) throws Exception {
        try {
            return statements.run(statement);
        } catch (Statements.Stopped e) {
            throw new StoppedException();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvocationTargetException(e);
        }
    }

    @Override
    public void stop() {
        statements.stop();
    }

    private record Definitions(SnippetLoader loader) implements LoaderDelegate {

        @Override
        public void load(ExecutionControl.ClassBytecodes[] classes) throws ExecutionControl.ClassInstallException {
            boolean[] loaded = new boolean[classes.length];
            for (ExecutionControl.ClassBytecodes each : classes) {
                loader.take(each.name(), LoopChecks.in(each.bytecodes()));
            }
            for (int i = 0; i < classes.length; i++) {
                try {
                    Class.forName(classes[i].name(), false, loader);
                    loaded[i] = true;
                } catch (ClassNotFoundException | LinkageError e) {
                    throw new ExecutionControl.ClassInstallException("load: " + e, loaded);
                }
            }
        }

        @Override
        public void classesRedefined(ExecutionControl.ClassBytecodes[] classes) {
            throw new UnsupportedOperationException("classes of statements are never redefined");
        }

        @Override
        public void addToClasspath(String path) {
            throw new UnsupportedOperationException("a console sees what its class loader sees");
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            return Class.forName(name, false, loader);
        }
    }
}
