package io.taskledger.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;

import io.taskledger.exchange.csv.CsvTasks;
import io.taskledger.exchange.csv.TodoistTasks;
import io.taskledger.exchange.trello.TrelloFile;
import io.taskledger.exchange.trello.TrelloHistory;
import io.taskledger.exchange.trello.TrelloImport;
import org.jspecify.annotations.Nullable;

/** A kind of file that tasks are read from. */
public enum ImportFormat {
    /** A board's export, JSON. */
    TRELLO(true) {
        @Override
        ReadFile read(InputStream bytes, Reading reading) throws IOException, FileRefused {
            if (!reading.withHistory()) {
                return new ReadFile(TrelloImport.of(TrelloFile.read(bytes), reading.zone()), null);
            }
            var history = new TrelloHistory(TrelloFile.readWithActions(bytes), reading.zone());
            return new ReadFile(history.present(), history);
        }
    },
    /** A table with a header, CSV. */
    CSV(false) {
        @Override
        ReadFile read(InputStream bytes, Reading reading) throws IOException, FileRefused {
            return new ReadFile(CsvTasks.read(bytes, reading.name(), reading.zone()), null);
        }
    },
    /** A project's template, CSV. */
    TODOIST(false) {
        @Override
        ReadFile read(InputStream bytes, Reading reading) throws IOException, FileRefused {
            return new ReadFile(TodoistTasks.read(bytes, reading.name(), reading.zone()), null);
        }
    };

    /** Of the largest file that any of them takes; each has a limit of its own, no larger. */
    public static final long MOST_BYTES = TrelloFile.MOST_BYTES;

    private final boolean tellsOfThePast;

    ImportFormat(boolean tellsOfThePast) {
        this.tellsOfThePast = tellsOfThePast;
    }

    /** Whether such a file has a history that can be asked for. */
    public boolean tellsOfThePast() {
        return tellsOfThePast;
    }

    /**
     * How a file is to be read.
     *
     * @param name of the file, without its folders; names what has no name of its own
     * @param zone in which due dates are told that the file gives as instants
     * @param withHistory whether its past is wanted, where it tells of one
     */
    public record Reading(String name, ZoneId zone, boolean withHistory) {}

    /** @param past null where it is not wanted, or the file tells of none */
    record ReadFile(ImportedTasks tasks, @Nullable ImportedPast past) {}

    /** Reads to the end, and leaves the stream open. */
    abstract ReadFile read(InputStream bytes, Reading reading) throws IOException, FileRefused;
}
