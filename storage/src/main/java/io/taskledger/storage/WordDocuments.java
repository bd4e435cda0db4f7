package io.taskledger.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells a Word document from whatever else comes in the same wrapping. */
final class WordDocuments {

    /** Name of the stream that makes a compound file a Word document (MS-DOC §2.1.1), as its directory writes it. */
    private static final byte[] STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);

    private static final int CHUNK = 64 * 1024;

    private WordDocuments() {}

    /** An Open XML package (ECMA-376) with a text in it, and no macros: those are called {@code .docm}. */
    static boolean isPackage(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry("word/document.xml") != null
                    && zip.getEntry("word/vbaProject.bin") == null;
        } catch (ZipException broken) {
            return false;
        }
    }

    /** A compound file (MS-CFB) with Word's stream in it. */
    static boolean isCompound(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var window = new byte[CHUNK];
            var kept = 0;
            for (var read = stream.read(window, kept, CHUNK - kept);
                    read > 0;
                    read = stream.read(window, kept, CHUNK - kept)) {
                var filled = kept + read;
                if (holds(window, filled)) {
                    return true;
                }
                // What may be its beginning stays.
                kept = Math.min(filled, STREAM.length - 1);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
            return false;
        }
    }

    private static boolean holds(byte[] window, int filled) {
        for (var start = 0; start + STREAM.length <= filled; start++) {
            var same = 0;
            while (same < STREAM.length && window[start + same] == STREAM[same]) {
                same++;
            }
            if (same == STREAM.length) {
                return true;
            }
        }
        return false;
    }
}
