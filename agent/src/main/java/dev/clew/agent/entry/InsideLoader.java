// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads what lies under {@code dev/clew/inside/} in Clew's jar, so that no library of Clew meets one of the
 * application; for the command line, also what lies under {@code dev/clew/client/}, which a target never sees.
 *
 * <p>References to the hook classes are renamed to the name under which this version's hooks are defined in
 * java.base: the name is made from the hooks' content, so equal versions share them and different ones never meet.
 */
public final class InsideLoader extends ClassLoader {

    private static final String INSIDE = "dev/clew/inside/";
    private static final String CLIENT = "dev/clew/client/";
    private static final String ENTRY = "dev.clew.agent.entry.";
    private static final String HOOKS = "dev/clew/agent/hook/";
    /** The classes outside do not name hooks. */
    private static final String KNOWS_HOOKS = "dev.clew.agent.";
    /** So much of the digest is enough to tell versions apart. */
    private static final int DIGITS = 16;

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final boolean client;
    private final String[] index;
    private final String hookPrefix;
    private volatile Glance glance;

    /** Classes that come from another loader than the parent. */
    private record Glance(String prefix, ClassLoader loader) {}

    /** Opens the jar for a target; classes that are not in it come from the parent. */
    public InsideLoader(File file, ClassLoader parent) throws IOException {
        this(file, parent, false);
    }

    /** Opens the jar for a target, or for the command line, which has libraries of its own. */
    public InsideLoader(File file, ClassLoader parent, boolean client) throws IOException {
        super("clew", parent);
        this.client = client;
        this.jar = new ZipFile(file);
        this.index = index();
        this.hookPrefix = "java/lang/Clew$" + index[0].substring(0, DIGITS) + "$";
    }

    /** Returns the prefix that takes the place of the hooks' package, for example {@code java/lang/Clew$1f$}. */
    public String hookPrefix() {
        return hookPrefix;
    }

    /** Returns the hooks' simple names. */
    public List<String> hookNames() {
        return List.of(index).subList(1, index.length);
    }

    /** Returns the bytes of a hook class as it is to be defined in java.base. */
    public byte[] hook(String simpleName) throws IOException {
        return ConstantNames.renamed(bytes(INSIDE + HOOKS + simpleName + ".class"), HOOKS, hookPrefix);
    }

    /** Returns the names of the classes of a package in the jar. */
    public List<String> classNames(String packageName) {
        String directory = INSIDE + packageName.replace('.', '/') + "/";
        return jar.stream().map(ZipEntry::getName)
                .filter(path -> path.startsWith(directory) && path.endsWith(".class")
                        && path.indexOf('/', directory.length()) < 0)
                .map(path -> path.substring(INSIDE.length(), path.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    /** Takes classes whose names begin so from another loader, if they are not in the jar. */
    public void look(String prefix, ClassLoader loader) {
        glance = new Glance(prefix, loader);
    }

    /** Closes the jar; classes that are loaded stay. */
    public void close() throws IOException {
        jar.close();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(ENTRY)) {
            return Class.forName(name, false, InsideLoader.class.getClassLoader());
        }
        String path = name.replace('.', '/');
        ZipEntry entry = path.startsWith(HOOKS) ? null : entry(path + ".class");
        if (entry == null) {
            Glance beside = glance;
            return beside != null && name.startsWith(beside.prefix()) ? Class.forName(name, false, beside.loader())
                    : super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name, entry);
        }
    }

    private ZipEntry entry(String path) {
        ZipEntry entry = jar.getEntry(INSIDE + path);
        return entry == null && client ? jar.getEntry(CLIENT + path) : entry;
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        try {
            byte[] bytes = bytes(entry);
            if (name.startsWith(KNOWS_HOOKS)) {
                bytes = ConstantNames.renamed(bytes, HOOKS, hookPrefix);
            }
            return defineClass(name, bytes, 0, bytes.length, InsideLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            ZipEntry entry = entry(name);
            return entry == null ? super.getResourceAsStream(name)
                    : new ByteArrayInputStream(bytes(entry));
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public URL getResource(String name) {
        URL inside = findResource(name);
        return inside != null ? inside : super.getResource(name);
    }

    @Override
    protected URL findResource(String name) {
        try {
            ZipEntry entry = entry(name);
            return entry == null ? null : new URL("jar:" + new File(jar.getName()).toURI() + "!/" + entry.getName());
        } catch (MalformedURLException e) {
            return null;
        }
    }

    private byte[] bytes(String path) throws IOException {
        ZipEntry entry = jar.getEntry(path);
        if (entry == null) {
            throw new IOException("not in " + jar.getName() + ": " + path);
        }
        return bytes(entry);
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Returns what the build wrote down of the hooks: a digest of them all, and their names. */
    private String[] index() throws IOException {
        return new String(bytes(INSIDE + HOOKS + "index"), StandardCharsets.US_ASCII).split("\n");
    }
}
