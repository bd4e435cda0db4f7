package io.taskledger.rest.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.storage.ContentRefused;
import io.taskledger.storage.StoredContent;
import io.taskledger.storage.Upload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The file in a form (RFC 7578, {@code multipart/form-data}), in the field {@value #FIELD}. Nothing is gathered here, in
 * memory or on the disk: what is read from the file is read from the socket.
 */
public final class Uploads {

    static final String FIELD = "file";

    /** In bytes, of one part's headers: a name may have a few hundred characters of four bytes, or of twelve if escaped. */
    private static final int HEADERS = 16 * 1024;

    private Uploads() {}

    /** What takes a file in, such as a store. */
    @FunctionalInterface
    public interface Taking {
        StoredContent take(Upload upload) throws IOException;
    }

    /**
     * Reads up to the file.
     *
     * @throws InvalidInput where there is none
     */
    public static Upload of(HttpServletRequest request) {
        try {
            var parts = parts(request);
            while (parts.hasNext()) {
                var part = parts.next();
                var name = name(part);
                if (FIELD.equals(part.getFieldName()) && name != null && !name.isBlank()) {
                    return new Upload(name, part.getInputStream());
                }
            }
            throw missing();
        } catch (IOException broken) {
            throw malformed();
        }
    }

    /** @throws InvalidInput where the request is no form at all */
    static FileItemInputIterator parts(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw missing();
        }
        var form = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        form.setHeaderCharset(StandardCharsets.UTF_8);
        form.setMaxPartHeaderSize(HEADERS);
        return form.getItemIterator(request);
    }

    /**
     * Hands the file over.
     *
     * @throws InvalidInput where it breaks off
     * @throws ContentRefused where it is not wanted
     */
    public static StoredContent into(Taking store, Upload upload) {
        try {
            return store.take(upload);
        } catch (IOException broken) {
            throw malformed();
        }
    }

    /** Null where the part is no file. */
    static @Nullable String name(FileItemInput part) {
        try {
            return part.isFormField() ? null : part.getName();
        } catch (InvalidPathException unsafe) {
            return unsafe.getInput(); // with the NUL; the store makes names safe
        }
    }

    static InvalidInput missing() {
        return new InvalidInput(new InputProblem(List.of("body", FIELD), "Field required", "missing"));
    }

    static InvalidInput malformed() {
        return new InvalidInput(new InputProblem(
                List.of("body", FIELD), "Input should be a whole multipart form", "multipart_invalid"));
    }
}
