package io.taskledger.app.health;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.taskledger.app.backup.BackupFolder;
import io.taskledger.app.database.Database;
import io.taskledger.app.settings.TaskledgerSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what a disaster would cost stays little; not a number where that is not known. */
@Component
class BackupGauges implements MeterBinder {

    private static final String STUCK = """
            select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
            from pg_stat_archiver""";

    private final Sampled<Duration> age;
    private final Sampled<Boolean> stuck;
    private final boolean embedded;

    BackupGauges(TaskledgerSettings settings, Database database, JdbcClient jdbc, Clock clock) {
        var folder = new BackupFolder(settings.backups().folder());
        age = new Sampled<>(() -> age(folder, clock));
        stuck = new Sampled<>(() -> stuck(jdbc));
        embedded = database.isEmbedded();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("taskledger.backup.age", this, BackupGauges::ageSeconds)
                .description("Since when the newest backup was begun")
                .baseUnit("seconds")
                .register(registry);
        if (embedded) {
            Gauge.builder("taskledger.archiver.stuck", this, BackupGauges::stuckOrNot)
                    .description("1 while the log of the embedded database cannot be put into the archive")
                    .register(registry);
        }
    }

    private double ageSeconds() {
        return age.get().map(found -> found.toMillis() / 1e3).orElse(Double.NaN);
    }

    private double stuckOrNot() {
        return stuck.get().map(is -> is ? 1.0 : 0.0).orElse(Double.NaN);
    }

    private static Optional<Duration> age(BackupFolder folder, Clock clock) {
        try {
            return folder.newestBy(Instant.MAX).map(newest -> Duration.between(newest.startedAt(), clock.instant()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> stuck(JdbcClient jdbc) {
        try {
            return jdbc.sql(STUCK).query(Boolean.class).optional();
        } catch (DataAccessException away) {
            return Optional.empty();
        }
    }
}
