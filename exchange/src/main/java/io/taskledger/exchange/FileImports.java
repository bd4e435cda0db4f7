package io.taskledger.exchange;

import java.io.IOException;
import java.io.InputStream;

import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Progress;
import io.taskledger.exchange.TaskImporter.Wish;

/** Makes tasks of another product's file, whichever way it came in. */
public interface FileImports {

    /**
     * Reads the whole file before the first task is made: a file that is refused changes nothing.
     *
     * @param bytes not closed here
     * @throws FileRefused where the file is not of the format
     * @throws ImportsBusy where there is no room for it beside those that are being imported
     * @throws IOException where the stream fails
     */
    Outcome run(ImportFormat format, InputStream bytes, Reading reading, Wish wish, Progress progress)
            throws IOException, FileRefused;

    /** Each task is made by a command of its own. */
    static FileImports through(TaskImporter importer) {
        // The largest file, and the byte by which one is seen to be larger.
        var room = new ReadingRoom(ImportFormat.MOST_BYTES + 8192);
        return (format, bytes, reading, wish, progress) -> {
            try (var seat = room.seat(bytes)) {
                var read = format.read(seat, reading);
                return importer.run(read.tasks(), read.past(), wish, progress);
            }
        };
    }
}
