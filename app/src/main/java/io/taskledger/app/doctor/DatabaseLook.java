package io.taskledger.app.doctor;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.postgres.PostgresUnavailable;
import io.taskledger.security.key.KeyFault;
import io.taskledger.security.key.LedgerMove;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL: whether it answers, what it promises, and what waits in it. */
final class DatabaseLook {

    private static final String ABOUT = "database";
    private static final int OLDEST = 17;
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration MUCH_SKEW = Duration.ofMinutes(1);

    private DatabaseLook() {}

    static List<Finding> look(TaskledgerSettings settings) {
        try {
            var found = Database.found(settings);
            if (found.isEmpty()) {
                return List.of(Finding.warn(ABOUT, "the embedded one does not run: start the product, and ask again"));
            }
            try (var database = found.get()) {
                return look(settings, database);
            }
        } catch (SQLException | DataAccessException | PostgresUnavailable away) {
            return List.of(Finding.fail(ABOUT, "does not answer (" + away.getMessage() + ")")
                    .change(Setting.DATABASE_URL));
        }
    }

    private static List<Finding> look(TaskledgerSettings settings, Database database) {
        var owner = database.session(Role.OWNER, "doctor", TimeLimits.APPENDING).direct();
        var jdbc = JdbcClient.create(owner);
        var findings = new ArrayList<Finding>();
        findings.add(version(jdbc));
        findings.add(promises(jdbc));
        findings.add(clock(jdbc));
        if (!jdbc.sql("select to_regclass('ledger.event') is not null")
                .query(Boolean.class)
                .single()) {
            findings.add(Finding.warn(ABOUT, "has no ledger yet: the first start makes it"));
            return findings;
        }
        findings.add(GuardLook.look(database, jdbc));
        if (jdbc.sql("select exists (select from security.key_check)")
                .query(Boolean.class)
                .single()) {
            findings.add(key(settings, owner));
        }
        if (settings.database().isEmpty()) {
            findings.add(archiver(jdbc));
        }
        findings.add(deadLetters(jdbc));
        findings.add(mail(jdbc));
        return findings;
    }

    private static Finding version(JdbcClient jdbc) {
        var version = jdbc.sql("show server_version").query(String.class).single();
        var number = jdbc.sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        return number >= OLDEST
                ? Finding.ok(ABOUT, "PostgreSQL " + version)
                : Finding.fail(ABOUT, "PostgreSQL " + version + " is too old: " + OLDEST + " or newer is needed")
                        .change(Setting.DATABASE_URL);
    }

    /** Of a commit that was answered. */
    private static Finding promises(JdbcClient jdbc) {
        var off = jdbc.sql("""
                        select name
                        from pg_settings
                        where (name in ('fsync', 'full_page_writes') and setting <> 'on')
                        or (name = 'synchronous_commit' and setting = 'off')
                        order by name""").query(String.class).list();
        if (!off.isEmpty()) {
            return Finding.fail("durability", String.join(", ", off) + " off: a crash loses what was answered");
        }
        return jdbc.sql("show data_checksums").query(String.class).single().equals("on")
                ? Finding.ok("durability", "commits are flushed, pages carry checksums")
                : Finding.warn("durability", "pages carry no checksums (pg_checksums --enable)");
    }

    private static Finding clock(JdbcClient jdbc) {
        var before = Clock.systemUTC().instant();
        var there = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return clock(Duration.between(before, there).abs());
    }

    static Finding clock(Duration skew) {
        var says = "the database's is " + skew.toMillis() + " ms from this machine's";
        if (skew.compareTo(MUCH_SKEW) > 0) {
            return Finding.fail("clock", says + ": let both follow a time server");
        }
        return skew.compareTo(SKEW) > 0 ? Finding.warn("clock", says) : Finding.ok("clock", says);
    }

    private static Finding key(TaskledgerSettings settings, DataSource owner) {
        if (settings.masterKey().isEmpty() && !Files.exists(settings.data().resolve("keys/master.key"))) {
            return Finding.fail("right key", "none is here, and the database was begun with one")
                    .change(Setting.MASTER_KEY);
        }
        try {
            LedgerMove.with(Apart.security(settings), owner, Clock.systemUTC());
            return Finding.ok("right key", "the database was begun with this master key");
        } catch (KeyFault fault) {
            return Finding.fail("right key", String.valueOf(fault.getMessage())).change(Setting.MASTER_KEY);
        }
    }

    private static Finding archiver(JdbcClient jdbc) {
        return jdbc.sql("""
                        select archived_count, failed_count, last_failed_wal, last_archived_time,
                            coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as stuck
                        from pg_stat_archiver""")
                .query((row, number) -> row.getBoolean("stuck")
                        ? Finding.fail(
                                        "archiver",
                                        "cannot put " + row.getString("last_failed_wal")
                                                + " into the archive: make room or access there, or move what lies there under"
                                                + " that name away")
                                .change(Setting.BACKUPS)
                        : Finding.ok("archiver", Keys.count(row.getLong("archived_count"), "segment") + " archived"))
                .single();
    }

    private static Finding deadLetters(JdbcClient jdbc) {
        var dead = jdbc.sql("select count(*) from automation.dead_letter_entry")
                .query(Long.class)
                .single();
        return dead == 0
                ? Finding.ok("dead letters", "none")
                : Finding.warn("dead letters", Keys.count(dead, "event") + ": taskledger projections status");
    }

    private static Finding mail(JdbcClient jdbc) {
        var oldest = jdbc.sql("select min(filed_at) from automation.letter where state = 'waiting' and attempts > 0")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        var lost = jdbc.sql("select count(*) from automation.letter where state = 'given_up'")
                .query(Long.class)
                .single();
        if (lost > 0) {
            return Finding.warn("mail", Keys.count(lost, "mail") + " given up: see docs/operations.md, Mail");
        }
        return oldest.filter(filed -> filed.isBefore(Instant.now().minus(Duration.ofHours(1))))
                        .isPresent()
                ? Finding.warn("mail", "waits since " + oldest.get()).change(Setting.SMTP_HOST)
                : Finding.ok("mail", "nothing waits for long");
    }
}
