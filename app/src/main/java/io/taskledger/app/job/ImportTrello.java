package io.taskledger.app.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.trello.NotATrelloBoard;
import io.taskledger.exchange.trello.TrelloImports;
import io.taskledger.messages.Actor;
import io.taskledger.messages.UserId;
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
    private final TrelloImports imports;

    ImportTrello(Accounts accounts, TrelloImports imports) {
        this.accounts = accounts;
        this.imports = imports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var owner = Operands.account(accounts, arguments.get(OWNER));
        var zone = ZoneId.of(arguments.getOrDefault(ZONE, "UTC"));
        var again = Boolean.parseBoolean(arguments.get(AGAIN));
        return Acting.as(
                new Actor(owner, Via.IMPORT), () -> ImportSummary.lines(outcome(input, owner, again, zone, progress)));
    }

    private Outcome outcome(byte[] input, UserId owner, boolean again, ZoneId zone, Progress progress) {
        try {
            return imports.run(new ByteArrayInputStream(input), owner, again, zone, progress::told);
        } catch (NotATrelloBoard refused) {
            throw new JobRefused(refused.sentence());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot fail to be read", impossible);
        }
    }
}
