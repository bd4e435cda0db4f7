package io.taskledger.app.backup;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.postgres.TemporaryPostgres;
import io.taskledger.security.key.LedgerMove;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Out of a database that somebody else runs, and back into an empty one. */
class SnapshotCopyTest {

    private static final List<String> TABLES = List.of(
            "ledger.event",
            "security.subject_key",
            "security.credential",
            "security.session",
            "security.refresh_token",
            "automation.token");

    @TempDir
    private Path data;

    private BackupFolder folder;
    private Site from;

    /** A database of an installation. */
    private record Site(TaskledgerSettings settings, Database database, JdbcClient sql) {

        static Site fresh(Path data) throws SQLException {
            var login = TemporaryPostgres.shared().freshDatabase();
            var settings = TaskledgerSettings.of(
                    Map.of(
                            Setting.DATABASE_URL.key(), login.jdbcUrl(),
                            Setting.DATABASE_USER.key(), login.user(),
                            Setting.DATABASE_PASSWORD.key(), login.password(),
                            Setting.DATA.key(), data.toString()),
                    data);
            var database = Database.open(settings);
            return new Site(
                    settings,
                    database,
                    JdbcClient.create(database.session(Role.OWNER, "test", TimeLimits.LASTING)
                            .direct()));
        }

        String rows(String table) {
            return sql.sql("select coalesce(string_agg(t::text, e'\\n' order by t::text), 'none') from " + table + " t")
                    .query(String.class)
                    .single();
        }
    }

    @BeforeEach
    void an_installation_with_somebody_in_it() throws SQLException {
        folder = new BackupFolder(data.resolve("backups"));
        from = Site.fresh(data);
        Schemas.migrated(from.database());
        register("rita\twith \\ and\nlines");
        from.sql().sql("""
                        insert into security.credential (user_id, username, password_hash, changed_at)
                        values ('user-1', 'rita', 'hash', now());
                        insert into security.session (id, user_id, username, via, created_at, expires_at, last_used_at)
                        values ('session-1', 'user-1', 'rita', 'rest', now(), now() + interval '1 hour', now());
                        insert into security.refresh_token (token_hash, session_id, issued_at)
                        values ('\\x00ff', 'session-1', now());
                        insert into automation.token (processor_name, segment) values ('mail', 0);
                        insert into automation.job (id, kind, arguments) values ('job-1', 'backup', '{}')""").update();
    }

    @Test
    void rows_come_back_to_the_byte_and_the_next_event_follows_them() throws Exception {
        var backup = taken();
        var to = Site.fresh(data);

        SnapshotCopy.bringBack(to.database(), backup, folder.parts(backup), Apart.security(to.settings()));

        for (var table : TABLES) {
            assertThat(to.rows(table)).as(table).isEqualTo(from.rows(table)).isNotEqualTo("none");
        }
        assertThat(to.rows("automation.job")).isEqualTo("none");
        assertThat(to.sql()
                        .sql("insert into ledger.event (type, event_id, happened_at, payload, metadata)"
                                + " values ('x', gen_random_uuid(), now(), '', '') returning position")
                        .query(Long.class)
                        .single())
                .isEqualTo(backup.ledger().upTo() + 1);
    }

    @Test
    void what_is_not_empty_stays_as_it_is() throws Exception {
        var backup = taken();

        assertThatThrownBy(() -> SnapshotCopy.bringBack(
                        from.database(), backup, folder.parts(backup), Apart.security(from.settings())))
                .hasMessageStartingWith("This database is not empty");
        assertThat(from.rows("automation.job")).isNotEqualTo("none");
    }

    @Test
    void it_can_be_opened_beside_everything_and_one_that_tells_of_another_ledger_cannot() throws Exception {
        var backup = taken();
        var verify = new VerifyBackup(folder, from.settings());

        verify.files(backup);
        verify.opened(backup);

        var other = new Manifest(
                backup.form(),
                backup.id(),
                backup.product(),
                backup.startedAt(),
                backup.endedAt(),
                null,
                new Manifest.Ledger(backup.ledger().upTo(), 2, backup.ledger().sha256()),
                backup.folders(),
                backup.parts(),
                backup.contents());
        assertThatThrownBy(() -> verify.opened(other)).hasMessageContaining("1 events with digest");
    }

    private Manifest taken() throws Exception {
        var owner =
                from.database().session(Role.OWNER, "test", TimeLimits.LASTING).direct();
        var id = "20261121T030000Z";
        var begun = folder.begin(id);
        var parts = new Parts(begun);
        var copy = SnapshotCopy.take(owner, parts);
        var manifest = new Manifest(
                Manifest.FORM,
                id,
                "test",
                copy.at(),
                copy.at(),
                null,
                copy.ledger(),
                List.of(),
                parts.written(),
                copy.contents());
        folder.finish(begun, manifest);
        return manifest;
    }

    private void register(String name) {
        var owner =
                from.database().session(Role.OWNER, "test", TimeLimits.LASTING).direct();
        var events = Apart.events(LedgerMove.with(Apart.security(from.settings()), owner, Clock.systemUTC())
                .cipher());
        var id = UserId.next();
        var stored = events.serialize(new AccountEvent.UserRegistered(id, name, "rita@example.org"), byte[].class);
        from.sql()
                .sql("""
                        insert into ledger.event (stream_id, sequence_number, stream_type, type, revision, event_id,
                            happened_at, payload, metadata)
                        values (:stream, 0, 'account', :type, '1', gen_random_uuid(), clock_timestamp(),
                            decode(:payload, 'hex'), '{}')""")
                .param("stream", id.text())
                .param("type", stored.getType().getName())
                .param("payload", HexFormat.of().formatHex(stored.getData()))
                .update();
    }
}
