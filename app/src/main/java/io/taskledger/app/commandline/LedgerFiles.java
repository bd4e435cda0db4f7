package io.taskledger.app.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import io.taskledger.app.database.Database;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.transfer.LedgerExport;
import io.taskledger.app.transfer.LedgerImport;
import io.taskledger.app.wiring.Apart;

/**
 * Writes the ledger into a file and reads it from files. On the database alone, in this process: the passphrase goes nowhere,
 * and of an import no part of the product hears before it is over.
 */
final class LedgerFiles {

    private final TaskledgerSettings settings;
    private final Desk desk;
    private final PrintWriter out;
    private final ProgressBar bar;

    LedgerFiles(TaskledgerSettings settings, Desk desk, PrintWriter out, PrintWriter errors) {
        this.settings = settings;
        this.desk = desk;
        this.out = out;
        this.bar = new ProgressBar(errors);
        Quiet.please();
    }

    void write(Path file, String passphrase, long from) throws IOException, SQLException {
        try (var database = thereIs()) {
            var written =
                    new LedgerExport(database, Apart.security(settings), this::show).write(file, passphrase, from);
            bar.end();
            var upTo = written.header().upTo();
            out.println((written.continued() ? "Carried on with " : "Wrote ") + file + ": "
                    + Figures.count(written.end().events(), "event") + ", up to position " + upTo + ".");
            out.println("sha256    " + written.end().digest());
            out.println("For what comes later: --from " + (upTo + 1) + ", to another file.");
        }
    }

    void read(List<Path> files, String passphrase) throws IOException, SQLException {
        if (desk.isAttended()) {
            throw new CommandFailed("An instance is running on these data: stop it, and import then.");
        }
        var checked = new LedgerImport(passphrase, this::show).checked(files);
        try (var database = Database.open(settings)) {
            var read = checked.into(database, Apart.security(settings));
            bar.end();
            out.println("Read " + Figures.count(read.events(), "event") + ", up to position " + read.upTo() + ".");
            out.println("sha256    " + read.digest());
            out.println(Figures.count(read.accounts(), "account")
                    + ": nobody's password came along, each asks for a mail to set one.");
        }
    }

    private Database thereIs() throws SQLException {
        var running = Database.beside(settings);
        if (running.isPresent()) {
            return running.get();
        }
        if (settings.database().isEmpty() && !Files.isDirectory(Database.folder(settings))) {
            throw new CommandFailed("There is no ledger in " + settings.data() + ".");
        }
        return Database.open(settings);
    }

    private void show(long done, long total) {
        bar.show(done, total, "position " + Figures.count(done) + " of " + Figures.count(total));
    }
}
