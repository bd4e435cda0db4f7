package io.taskledger.app.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.FileRefused;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.ImportsBusy;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Accounts;
import io.taskledger.security.Acting;
import org.springframework.stereotype.Component;

/** Reads another product's export into tasks of an account. */
@Component
public final class ImportFile implements JobKind {

    public static final String NAME = "import";
    public static final String FORMAT = "format";
    public static final String FILE_NAME = "file";
    public static final String OWNER = "owner";
    public static final String AGAIN = "again";
    public static final String ZONE = "zone";
    public static final String HISTORY = "history";
    public static final String DRY_RUN = "dry-run";

    private final Accounts accounts;
    private final FileImports imports;

    ImportFile(Accounts accounts, FileImports imports) {
        this.accounts = accounts;
        this.imports = imports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var wish = new Wish(
                Operands.account(accounts, arguments.get(OWNER)),
                action(arguments),
                Boolean.parseBoolean(arguments.get(AGAIN)),
                Boolean.parseBoolean(arguments.get(DRY_RUN)));
        var reading = new Reading(
                arguments.getOrDefault(FILE_NAME, ""),
                ZoneId.of(arguments.getOrDefault(ZONE, "UTC")),
                Boolean.parseBoolean(arguments.get(HISTORY)));
        var format = ImportFormat.valueOf(arguments.getOrDefault(FORMAT, ImportFormat.TRELLO.name()));
        return Acting.as(
                new Actor(wish.owner(), Via.IMPORT),
                () -> ImportSummary.lines(outcome(format, input, reading, wish, progress)));
    }

    /** The same if the job is run a second time. */
    private static ActionId action(Map<String, String> arguments) {
        var job = Objects.requireNonNull(arguments.get(JobKind.ID), "every job has an id");
        return new ActionId(job.replace("job-", "action-"));
    }

    private Outcome outcome(ImportFormat format, byte[] input, Reading reading, Wish wish, Progress progress) {
        try {
            return imports.run(format, new ByteArrayInputStream(input), reading, wish, progress::told);
        } catch (ImportsBusy busy) {
            throw new JobRefused(busy.sentence());
        } catch (FileRefused refused) {
            throw new JobRefused(refused.sentence());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot fail to be read", impossible);
        }
    }
}
