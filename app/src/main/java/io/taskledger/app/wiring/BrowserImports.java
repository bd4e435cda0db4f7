package io.taskledger.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.BiConsumer;

import io.taskledger.exchange.TaskImporter;
import io.taskledger.exchange.trello.NotATrelloBoard;
import io.taskledger.exchange.trello.TrelloFile;
import io.taskledger.exchange.trello.TrelloImport;
import io.taskledger.security.Acting;
import io.taskledger.ui.exchange.TrelloImports;
import org.springframework.stereotype.Component;

/** A board that a person uploads becomes that person's tasks. */
@Component
class BrowserImports implements TrelloImports {

    private final TaskImporter importer;

    BrowserImports(TaskImporter importer) {
        this.importer = importer;
    }

    @Override
    public Summary run(InputStream board, boolean again, ZoneId zone, BiConsumer<Integer, Integer> progress)
            throws IOException, NotABoard {
        try {
            var imported = TrelloImport.of(TrelloFile.read(board), zone);
            var owner = Acting.now().orElseThrow().userId();
            var total = imported.tasks().size();
            var outcome = importer.run(imported, owner, again, done -> progress.accept(done, total));
            return new Summary(
                    outcome.name(),
                    outcome.created(),
                    outcome.alreadyThere(),
                    outcome.dropped().lines());
        } catch (NotATrelloBoard refused) {
            throw new NotABoard(String.valueOf(refused.getMessage()), refused);
        }
    }
}
