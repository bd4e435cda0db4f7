package io.taskledger.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Contents in a folder: {@code ab/cd/abcd…}. A file there is whole, as it comes by a rename; nodes may share the folder. */
final class FolderShelf implements Shelf {

    private static final int DIGITS = 64;

    private final Path root;
    private final Path aside;

    /** @param aside a folder on the same file system, for what is on its way out */
    FolderShelf(Path root, Path aside) {
        this.root = root;
        this.aside = aside;
    }

    @Override
    public void place(Path file, ContentDigest digest) {
        var level = root.resolve(digest.hex().substring(0, 2));
        var folder = level.resolve(digest.hex().substring(2, 4));
        try {
            PrivateFolder.make(folder);
            // Over what is there: it gets a new date, and where it was damaged it is whole again.
            Files.move(
                    file,
                    folder.resolve(digest.hex()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            for (var changed : List.of(folder, level, root)) {
                PrivateFolder.force(changed);
            }
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    @Override
    public Optional<Lying> open(ContentDigest digest) {
        var place = root.resolve(digest.place());
        try {
            var stream = Files.newInputStream(place);
            return Optional.of(new Lying(Files.size(place), stream));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    @Override
    public void delete(ContentDigest digest) {
        try {
            Files.deleteIfExists(root.resolve(digest.place()));
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    @Override
    public Stream<KeptContent> keptBefore(Instant instant) {
        return levels(root)
                .flatMap(FolderShelf::levels)
                .flatMap(FolderShelf::inside)
                .flatMap(this::kept)
                .filter(content -> content.keptAt().isBefore(instant));
    }

    /** Not what is coming in or leaving beside them. */
    private static Stream<Path> levels(Path folder) {
        return inside(folder)
                .filter(one -> one.getFileName().toString().matches("[0-9a-f]{2}"))
                .filter(Files::isDirectory);
    }

    /** Names alone are looked at: what goes meanwhile disturbs nobody, as it would a walk. */
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private static Stream<Path> inside(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    /**
     * Moves it aside first and looks at its date then: whoever takes the same content in meanwhile either has dated it anew,
     * and it is put back, or finds the place empty and fills it.
     */
    @Override
    public boolean discard(ContentDigest digest, Instant keptBefore) {
        var place = root.resolve(digest.place());
        var leaving = aside.resolve(digest + "-" + UUID.randomUUID());
        try {
            if (!isBefore(place, keptBefore)) {
                return false;
            }
            Files.move(place, leaving, StandardCopyOption.ATOMIC_MOVE);
            if (!isBefore(leaving, keptBefore)) {
                Files.move(leaving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return false;
            }
            Files.delete(leaving);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    /** By a link, which never takes the place of a content that came meanwhile: it would be as old as the one put back. */
    @Override
    public void putBack() {
        try (var left = Files.newDirectoryStream(aside, FolderShelf::isLeaving)) {
            for (var leaving : left) {
                putBack(leaving);
            }
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private void putBack(Path leaving) throws IOException {
        var digest = new ContentDigest(leaving.getFileName().toString().substring(0, DIGITS));
        try {
            Files.createLink(root.resolve(digest.place()), leaving); // its folders are never removed
        } catch (FileAlreadyExistsException | NoSuchFileException isThereOrGone) {
            // Nothing to put back.
        }
        Files.deleteIfExists(leaving);
    }

    private static boolean isLeaving(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}-.*");
    }

    private static boolean isBefore(Path file, Instant instant) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    }

    /** Nothing for folders, and for whatever else somebody may have put there. */
    private Stream<KeptContent> kept(Path file) {
        return ContentDigest.parse(file.getFileName().toString()).stream()
                .filter(digest -> file.equals(root.resolve(digest.place())))
                .flatMap(digest -> described(file, digest).stream());
    }

    private static Optional<KeptContent> described(Path file, ContentDigest digest) {
        try {
            return Optional.of(new KeptContent(
                    digest, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
