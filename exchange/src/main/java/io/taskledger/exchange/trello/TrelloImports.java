package io.taskledger.exchange.trello;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.BiConsumer;

import io.taskledger.exchange.TaskImporter;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.messages.UserId;

/** Makes tasks of a Trello board's export, whichever way it came in. */
public interface TrelloImports {

    /**
     * Reads the whole file before the first task is made: a file that is refused changes nothing.
     *
     * @param board the export, JSON; not closed here
     * @param owner whose tasks they become: who acts on this thread
     * @param again makes the tasks anew even where an earlier import made them
     * @param zone in which the board's due dates are told
     * @param progress told how many tasks are done, 0 to all, and how many there are
     * @throws NotATrelloBoard where the file is no Trello board
     */
    Outcome run(InputStream board, UserId owner, boolean again, ZoneId zone, BiConsumer<Integer, Integer> progress)
            throws IOException, NotATrelloBoard;

    /** Each card's task is made by a command of its own. */
    static TrelloImports through(TaskImporter importer) {
        return (board, owner, again, zone, progress) -> {
            var imported = TrelloImport.of(TrelloFile.read(board), zone);
            var total = imported.tasks().size();
            progress.accept(0, total);
            return importer.run(imported, owner, again, done -> progress.accept(done, total));
        };
    }
}
