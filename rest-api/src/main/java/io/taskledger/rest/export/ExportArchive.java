package io.taskledger.rest.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.util.StreamUtils;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP that is written as it is read, however large: never more of it than a page is in memory. */
public final class ExportArchive {

    private final ZipOutputStream zip;
    private final JsonMapper json;

    ExportArchive(OutputStream to, JsonMapper json) {
        this.zip = new ZipOutputStream(to);
        this.json = json;
    }

    /** A JSON document. */
    public void value(String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        json.writerWithDefaultPrettyPrinter().writeValue(StreamUtils.nonClosing(zip), value);
        zip.closeEntry();
    }

    /** A JSON list. */
    public void list(String name, Iterator<?> values) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (var list = json.writerWithDefaultPrettyPrinter().writeValuesAsArray(StreamUtils.nonClosing(zip))) {
            while (values.hasNext()) {
                list.write(values.next());
            }
        }
        zip.closeEntry();
    }

    /** A file, as it is. */
    public void content(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    /** The table of contents, without which it is no ZIP: who has that has everything. */
    void finish() throws IOException {
        zip.finish();
    }

    /**
     * What is asked for page by page, as one run.
     *
     * @param page from the number of those before it; an empty one is the end
     */
    public static <T> Iterator<T> paged(IntFunction<List<T>> page) {
        return new Iterator<>() {
            private int before;
            private Iterator<T> current = List.<T>of().iterator();

            @Override
            public boolean hasNext() {
                if (!current.hasNext()) {
                    current = page.apply(before).iterator();
                }
                return current.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var next = current.next();
                before++;
                return next;
            }
        };
    }
}
