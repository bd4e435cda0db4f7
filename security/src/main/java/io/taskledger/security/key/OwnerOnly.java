package io.taskledger.security.key;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights of what nobody but the product's own user may read, where the file system knows rights of this kind. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** @param near says which file system */
    public static FileAttribute<?>[] file(Path near) {
        return attributes(near, "rw-------");
    }

    /** @param near says which file system */
    public static FileAttribute<?>[] folder(Path near) {
        return attributes(near, "rwx------");
    }

    static boolean knownTo(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path near, String rights) {
        return knownTo(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
