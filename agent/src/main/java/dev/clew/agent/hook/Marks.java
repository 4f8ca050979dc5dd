// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.reflect.Method;

/**
 * Which classes and methods carry the annotation by which an application has endings preserved.
 *
 * <p>Lives here because what a class keeps must not lead back to Clew's loader. A class is read once; what it keeps
 * are names.
 *
 * <p><b>Threads</b>: Clew's own. <b>Cost</b>: reading a class takes some hundred microseconds, asking again some
 * nanoseconds. A class whose constant pool does not name the annotation is not looked at further; of one that does,
 * the types in the signatures of its methods are looked up, as reflection does.
 */
public final class Marks extends ClassValue<String[]> {

    /** What every class says of itself. */
    public static final Marks ALL = new Marks();

    private static final String ANNOTATION = "Ldev/clew/api/PreserveTermination;";
    private static final String LAMBDA = "lambda$";
    /** Stands for the class itself among the names of its methods. */
    private static final String ITSELF = "";
    private static final String[] NONE = {};
    private static final String[] WHOLE = {ITSELF};

    private Marks() {}

    /** Returns whether this JDK lets the annotation be found at all. */
    public static boolean readable() {
        return ConstantPool.known();
    }

    /** Returns whether a task whose work is of this class is marked by the work alone. */
    public static boolean onWork(Class<?> work) {
        for (Class<?> type = work; type != null; type = type.getSuperclass()) {
            if (holds(ALL.get(type), ITSELF)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a method of this name in this class is marked; of a lambda's method, the one around it. */
    public static boolean onMethod(Class<?> type, String method) {
        String[] marked = ALL.get(type);
        return marked.length > 0 && holds(marked, enclosing(method));
    }

    private static boolean holds(String[] marked, String name) {
        for (String each : marked) {
            if (each.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String enclosing(String method) {
        int number = method.lastIndexOf('$');
        return method.startsWith(LAMBDA) && number > LAMBDA.length() ? method.substring(LAMBDA.length(), number)
                : method;
    }

    @Override
    protected String[] computeValue(Class<?> type) {
        try {
            if (type.isArray() || type.getClassLoader() == null) {
                return NONE;
            }
            ConstantPool pool = ConstantPool.of(type);
            if (pool == null) {
                return NONE;
            }
            if (type.isHidden()) {
                return runsMarked(type, pool) ? WHOLE : NONE;
            }
            return pool.names(ANNOTATION) ? marked(type, pool) : NONE;
        } catch (Throwable unreadable) { // for example a type in a signature that is not there
            return NONE;
        }
    }

    private static String[] marked(Class<?> type, ConstantPool pool) throws Throwable {
        Method[] methods = type.getDeclaredMethods();
        String[] found = new String[methods.length + 1];
        int count = 0;
        if (pool.isOn(type, ANNOTATION)) {
            found[count++] = ITSELF;
        }
        for (Method method : methods) {
            if (pool.isOn(method, ANNOTATION)) {
                found[count++] = method.getName();
            }
        }
        String[] marked = new String[count];
        System.arraycopy(found, 0, marked, 0, count);
        return marked;
    }

    /** Whether the class of a lambda or of a method reference calls a marked method of the application. */
    private static boolean runsMarked(Class<?> lambda, ConstantPool pool) throws Throwable {
        for (String[] member : pool.members()) {
            if (member[0].startsWith("java/") || member[1].startsWith("<")) {
                continue;
            }
            Class<?> type = Class.forName(member[0].replace('/', '.'), false, lambda.getClassLoader());
            if (type != lambda && onMethod(type, member[1])) {
                return true;
            }
        }
        return false;
    }
}
