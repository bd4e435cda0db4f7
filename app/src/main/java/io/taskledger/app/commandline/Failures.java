package io.taskledger.app.commandline;

import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.app.backup.BackupRefused;
import io.taskledger.app.database.RoleUnfit;
import io.taskledger.app.settings.BadSettings;
import io.taskledger.app.transfer.TransferRefused;
import io.taskledger.postgres.PostgresUnavailable;
import io.taskledger.security.key.KeyFault;
import io.taskledger.storage.StoreUnavailable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** What an operator is told when something fails: a sentence where we know what is wrong, else the whole trace. */
final class Failures {

    private Failures() {}

    static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        var sentence =
                causes(failure).flatMap(cause -> sentence(cause).stream()).findFirst();
        if (sentence.isPresent()) {
            command.getErr().println(sentence.get());
        } else {
            LoggerFactory.getLogger(Failures.class).error("Unforeseen failure", failure);
        }
        return failure instanceof BadSettings ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case BadSettings bad -> Optional.of(String.join("\n", bad.faults()));
            case CommandFailed failed -> Optional.ofNullable(failed.getMessage());
            case BackupRefused refused -> Optional.ofNullable(refused.getMessage());
            case TransferRefused refused -> Optional.ofNullable(refused.getMessage());
            case NoSuchFileException file -> Optional.of(file.getFile() + " is not there.");
            case AccessDeniedException file -> Optional.of(file.getFile() + " may not be read or written.");
            case FileSystemException file ->
                Optional.of(file.getFile() + " cannot be used ("
                        + Objects.requireNonNullElse(
                                file.getReason(), file.getClass().getSimpleName()) + ").");
            case PostgresUnavailable unavailable -> Optional.ofNullable(unavailable.getMessage());
            case StoreUnavailable store -> Optional.ofNullable(store.getMessage());
            case RoleUnfit unfit -> Optional.ofNullable(unfit.getMessage());
            case KeyFault fault -> Optional.ofNullable(fault.getMessage());
            case PortInUseException inUse ->
                Optional.of("TASKLEDGER_PORT %d is in use by another program.".formatted(inUse.getPort()));
            case BindException unbound ->
                Optional.of("TASKLEDGER_ADDRESS cannot be bound to (" + unbound.getMessage() + ").");
            case SQLException sql
            when sql.getSQLState() != null && sql.getSQLState().startsWith("08") ->
                Optional.of("TASKLEDGER_DATABASE_URL does not answer (" + sql.getMessage() + ").");
            case SQLException sql
            when sql.getSQLState() != null && sql.getSQLState().startsWith("28") ->
                Optional.of("TASKLEDGER_DATABASE_USER or _PASSWORD, of the user or of a role, is refused ("
                        + sql.getMessage() + ").");
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
