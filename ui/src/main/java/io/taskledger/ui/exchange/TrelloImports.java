package io.taskledger.ui.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** Makes tasks of a Trello board's export, for the person who acts on this thread. The app provides it. */
public interface TrelloImports {

    /**
     * Reads the whole file before the first task is made: a file that is refused changes nothing.
     *
     * @param board the export, JSON; not closed here
     * @param again makes the tasks anew even where an earlier import made them
     * @param zone in which the board's due dates are told
     * @param progress told from time to time how many tasks are done, and of how many
     * @throws NotABoard where the file is no Trello board
     */
    Summary run(InputStream board, boolean again, ZoneId zone, BiConsumer<Integer, Integer> progress)
            throws IOException, NotABoard;

    /**
     * What became of a board.
     *
     * @param board its name; may be empty
     * @param created tasks made now
     * @param alreadyThere tasks that an earlier import had made
     * @param dropped what could not be kept: one line a kind
     */
    record Summary(String board, int created, int alreadyThere, List<String> dropped) {
        public Summary {
            dropped = List.copyOf(dropped);
        }
    }

    /** The file is no Trello board. The message is a sentence for the person who chose it. */
    final class NotABoard extends Exception {
        private final String sentence;

        public NotABoard(String sentence, Throwable cause) {
            super(sentence, cause);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
