// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the sockets of one user's targets are: {@code PID.sock}, and beside it {@code PID.audit} and {@code PID.token}.
 *
 * @param path the directory, which nobody else may enter
 */
public record SocketDirectory(Path path) {

    private static final String REMEDY = "choose another directory with CLEW_DIR, or with the target's option dir";

    /** Returns the directory that is used when none is chosen: {@code CLEW_DIR}, or one in {@code /tmp}. */
    public static Path standard() {
        String chosen = System.getenv("CLEW_DIR");
        return chosen == null || chosen.isBlank() ? of(User.own()) : Path.of(chosen).toAbsolutePath();
    }

    /** Returns the directory of a user in {@code /tmp}. */
    public static Path of(long uid) {
        return Path.of("/tmp/clew-" + uid);
    }

    /**
     * Returns a directory, made if it is not there.
     *
     * @throws Refusal if it can't be made, or if somebody else owns it or may enter it
     */
    public static SocketDirectory open(Path path) throws Refusal {
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // Checked below, as it is.
        } catch (IOException | UnsupportedOperationException e) {
            throw Refusal.absent("can't make the socket directory " + path + " (" + brief(e) + ")", REMEDY);
        }
        return existing(path);
    }

    /**
     * Returns a directory that is there already.
     *
     * @throws Refusal if it is not, or if somebody else owns it or may enter it
     */
    public static SocketDirectory existing(Path path) throws Refusal {
        try {
            check(path, Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            return new SocketDirectory(path);
        } catch (IOException e) {
            throw Refusal.absent("no socket directory " + path + " (" + brief(e) + ")", REMEDY);
        }
    }

    private static void check(Path path, PosixFileAttributes attributes) throws Refusal, IOException {
        if (attributes.isSymbolicLink()) {
            throw Refusal.absent("the socket directory " + path + " is a symbolic link", REMEDY);
        }
        if (!attributes.isDirectory()) {
            throw Refusal.absent("the socket directory " + path + " is no directory", REMEDY);
        }
        long owner = User.of(path);
        long own = User.own();
        if (owner != own && own != User.ROOT) {
            throw Refusal.absent("the socket directory " + path + " belongs to the user with id " + owner, REMEDY);
        }
        if (openToOthers(attributes.permissions())) {
            throw Refusal.absent("the socket directory " + path + " is open to others ("
                    + PosixFilePermissions.toString(attributes.permissions()) + ")", "chmod 700 " + path);
        }
    }

    private static boolean openToOthers(Set<PosixFilePermission> permissions) {
        for (PosixFilePermission permission : permissions) {
            if (!permission.name().startsWith("OWNER")) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the socket of a process is or would be. */
    public Path socket(long pid) {
        return path.resolve(pid + ".sock");
    }

    Path audit(long pid) {
        return path.resolve(pid + ".audit");
    }

    Path token(long pid) {
        return path.resolve(pid + ".token");
    }

    /** Returns the process ids of all sockets here, those of dead processes included. */
    public List<Long> pids() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,18}\\.sock"))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - ".sock".length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static String brief(Exception e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName().replaceFirst("Exception$", "") + (message == null ? "" : ": " + message);
    }
}
