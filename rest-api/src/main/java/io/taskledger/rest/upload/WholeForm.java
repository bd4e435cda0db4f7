package io.taskledger.rest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.rest.input.InvalidInput;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.jspecify.annotations.Nullable;

/**
 * A form (RFC 7578) with a file and other fields, whichever comes first: so the file waits on the disk until the form has
 * ended.
 *
 * @param name of the file, as it was sent
 * @param content gone once this is closed
 * @param fields the texts of the others, by name; of a repeated one the last
 */
public record WholeForm(String name, Path content, Map<String, String> fields) implements AutoCloseable {

    /** In bytes, of a field that is no file. */
    private static final int FIELD_LIMIT = 1024;

    /**
     * Reads all of it.
     *
     * @param limit in bytes: of a longer file one more is kept, by which a reader sees that it is too long
     * @throws InvalidInput where it has no file, or is cut off
     */
    public static WholeForm of(HttpServletRequest request, long limit) {
        var content = temporary();
        try {
            var parts = Uploads.parts(request);
            var fields = new HashMap<String, String>();
            @Nullable String name = null;
            while (parts.hasNext()) {
                var part = parts.next();
                var file = Uploads.name(part);
                if (name == null && Uploads.FIELD.equals(part.getFieldName()) && file != null && !file.isBlank()) {
                    name = file;
                    keep(part, content, limit);
                } else if (part.isFormField()) {
                    fields.put(part.getFieldName(), text(part));
                }
            }
            if (name == null) {
                throw Uploads.missing();
            }
            return new WholeForm(name, content, Map.copyOf(fields));
        } catch (IOException broken) {
            discard(content);
            throw Uploads.malformed();
        } catch (RuntimeException refused) {
            discard(content);
            throw refused;
        }
    }

    /** Of the file; to be closed. */
    public InputStream open() throws IOException {
        return Files.newInputStream(content);
    }

    @Override
    public void close() {
        discard(content);
    }

    private static void keep(FileItemInput part, Path content, long limit) throws IOException {
        try (var bytes = part.getInputStream();
                var kept = Files.newOutputStream(content)) {
            var buffer = new byte[8192];
            var room = limit + 1;
            for (var read = bytes.read(buffer); read >= 0 && room > 0; read = bytes.read(buffer)) {
                kept.write(buffer, 0, (int) Math.min(read, room));
                room -= read;
            }
        }
    }

    private static String text(FileItemInput part) throws IOException {
        try (var bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(FIELD_LIMIT), StandardCharsets.UTF_8);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("taskledger-form", null);
        } catch (IOException full) {
            throw new UncheckedIOException("no room for a form", full);
        }
    }

    private static void discard(Path content) {
        try {
            Files.deleteIfExists(content);
        } catch (IOException stays) {
            content.toFile().deleteOnExit();
        }
    }
}
