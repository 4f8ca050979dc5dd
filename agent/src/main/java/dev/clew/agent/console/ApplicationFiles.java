// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Shows the compiler the application's classes as a class path, wherever their loader has them from. */
final class ApplicationFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    private final ApplicationClasses classes;
    private final Given given;

    /** Class files of Clew's own that statements may see. */
    interface Given {

        /** Returns the names of the classes in a package. */
        Collection<String> in(String packageName) throws IOException;

        /** Returns a class file. */
        byte[] classFile(String name) throws IOException;
    }

    ApplicationFiles(StandardJavaFileManager next, ApplicationClasses classes, Given given) {
        super(next);
        this.classes = classes;
        this.given = given;
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds,
            boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> files = new ArrayList<>();
        if (kinds.contains(JavaFileObject.Kind.CLASS)) {
            boolean ofClew = SnippetLoader.isGiven(packageName + ".");
            for (String name : ofClew ? given.in(packageName) : classes.in(packageName)) {
                files.add(new ClassFile(name, ofClew));
            }
        }
        return files;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile known ? known.name : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof ClassFile || b instanceof ClassFile ? a.toUri().equals(b.toUri()) : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof ClassFile ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return location == StandardLocation.CLASS_PATH ? List.of() : fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return location == StandardLocation.CLASS_PATH ? List.of() : fileManager.getLocationAsPaths(location);
    }

    private final class ClassFile extends SimpleJavaFileObject {

        private final String name;
        private final boolean ofClew;

        ClassFile(String name, boolean ofClew) {
            super(uri(name), Kind.CLASS);
            this.name = name;
            this.ofClew = ofClew;
        }

        /** Names of classes may have characters that an address may not. */
        private static URI uri(String name) {
            try {
                return new URI("clew", null, "/" + name.replace('.', '/') + Kind.CLASS.extension, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return new ByteArrayInputStream(ofClew ? given.classFile(name) : classes.classFile(name));
        }
    }
}
