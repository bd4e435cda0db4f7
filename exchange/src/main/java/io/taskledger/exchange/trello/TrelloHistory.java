package io.taskledger.exchange.trello;

import java.time.ZoneId;
import java.util.List;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.ImportedPast;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.ImportedWorkspace;

/** What becomes of a board's past here. The rules are told in {@code docs/model/exchange.md}. */
public final class TrelloHistory implements ImportedPast {

    private final TrelloBoard board;
    private final ZoneId zone;
    private final List<Happening> happenings;
    private final ImportedTasks present;

    /**
     * Finds out how the board came to be.
     *
     * @param board with its actions
     * @param zone in which due dates are told
     */
    public TrelloHistory(TrelloBoard board, ZoneId zone) {
        this.board = board;
        this.zone = zone;
        var dropped = new Dropped.Tally(board.dropped());
        this.happenings = BoardPast.of(board, dropped);
        this.present = TrelloImport.of(board, dropped.total(), zone);
    }

    /** The board's cards as tasks, as they are in the end. */
    public ImportedTasks present() {
        return present;
    }

    @Override
    public List<Told> told(ImportedWorkspace workspace, boolean withWorkspace) throws NotATrelloBoard {
        // What is not kept of the past is counted with the present.
        var rules = new TrelloImport(zone, Dropped.NOTHING);
        var lists = new PastLists(board, present, happenings, workspace, rules, withWorkspace);
        var homes = new PastHomes(board, present, happenings, workspace);
        return new PastTelling(workspace, rules, lists, homes).all(happenings);
    }
}
