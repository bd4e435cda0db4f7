package io.taskledger.app.commandline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.github.f4b6a3.ulid.UlidCreator;
import io.taskledger.app.Taskledger;
import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.job.JobDesk;
import io.taskledger.app.job.JobDesk.JobState;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.RunningPostgres;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.ExitCode;

/**
 * Files jobs with the instance that is running on the settings' data; where none is, this process is one for as long as
 * the job takes.
 */
final class Desk implements Jobs {

    private static final Duration LOOK = Duration.ofMillis(100);

    /** On a terminal the job's result is wanted, not how the product starts. */
    private static final String QUIET = "--logging.level.io.taskledger=warn";

    private final TaskledgerSettings settings;
    private final PrintWriter out;
    private final PrintWriter errors;

    Desk(TaskledgerSettings settings, PrintWriter out, PrintWriter errors) {
        this.settings = settings;
        this.out = out;
        this.errors = errors;
    }

    /** @return the exit code: 0 where the job succeeded, 1 where it was refused or failed */
    int run(String kind, Map<String, String> arguments, byte[] input) {
        var bar = new ProgressBar(errors);
        var ended = done(kind, arguments, input, job -> bar.show(job.done(), job.total()));
        bar.end();
        (ended.wentWell() ? out : errors).println(ended.report());
        return ended.wentWell() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Override
    public JobState done(String kind, Map<String, String> arguments, byte[] input, Consumer<JobState> watching) {
        var running = running();
        if (running.isPresent()) {
            return fileAndWait(running.get(), kind, arguments, input, watching);
        }
        try (var alone = Taskledger.application(settings, false).run(QUIET)) {
            return fileAndWait(new JobDesk(alone.getBean(JdbcClient.class)), kind, arguments, input, watching);
        }
    }

    /** Whether an instance runs on the settings' data. */
    boolean isAttended() {
        return Database.beside(settings).isPresent() || running().isPresent();
    }

    private Optional<JobDesk> running() {
        return database()
                .map(database -> new JobDesk(JdbcClient.create(database)))
                .filter(Desk::attended);
    }

    private Optional<DataSource> database() {
        return settings.database().isPresent()
                ? settings.database()
                        .map(found -> new DriverManagerDataSource(found.jdbcUrl(), found.user(), found.password()))
                : RunningPostgres.find(Database.folder(settings))
                        .map(found -> found.login(Database.NAME, Role.APPENDER.in(Database.NAME)))
                        .map(found -> new DriverManagerDataSource(found.jdbcUrl(), found.user(), found.password()));
    }

    private static boolean attended(JobDesk desk) {
        try {
            return desk.isAttended();
        } catch (DataAccessException nothingThereYet) {
            return false;
        }
    }

    private static JobState fileAndWait(
            JobDesk desk, String kind, Map<String, String> arguments, byte[] input, Consumer<JobState> watching) {
        var id = "job-" + UlidCreator.getMonotonicUlid();
        desk.file(id, kind, arguments, input);
        var state = desk.state(id);
        for (; state.succeeded() == null; state = desk.state(id)) {
            watching.accept(state);
            LockSupport.parkNanos(LOOK.toNanos());
        }
        watching.accept(state);
        return state;
    }
}
