package io.taskledger.app.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

import io.taskledger.exchange.TaskImporter;
import io.taskledger.exchange.trello.NotATrelloBoard;
import io.taskledger.exchange.trello.TrelloFile;
import io.taskledger.exchange.trello.TrelloImport;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Accounts;
import io.taskledger.security.Acting;
import org.springframework.stereotype.Component;

/** Reads a Trello board's export into tasks of an account. */
@Component
public final class ImportTrello implements JobKind {

    public static final String NAME = "import-trello";
    public static final String OWNER = "owner";
    public static final String AGAIN = "again";
    public static final String ZONE = "zone";

    private final Accounts accounts;
    private final TaskImporter importer;

    ImportTrello(Accounts accounts, TaskImporter importer) {
        this.accounts = accounts;
        this.importer = importer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var owner = Operands.account(accounts, arguments.get(OWNER));
        var zone = ZoneId.of(arguments.getOrDefault(ZONE, "UTC"));
        try {
            var imported = TrelloImport.of(TrelloFile.read(new ByteArrayInputStream(input)), zone);
            var total = imported.tasks().size();
            progress.told(0, total);
            var again = Boolean.parseBoolean(arguments.get(AGAIN));
            var outcome = Acting.as(
                    new Actor(owner, Via.IMPORT),
                    () -> importer.run(imported, owner, again, done -> progress.told(done, total)));
            return ImportSummary.lines(outcome);
        } catch (NotATrelloBoard refused) {
            throw new JobRefused(String.valueOf(refused.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot fail to be read", impossible);
        }
    }
}
