package io.taskledger.app.transfer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.taskledger.app.database.Database;
import io.taskledger.app.database.Role;
import io.taskledger.app.database.Schemas;
import io.taskledger.app.product.Form;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.app.wiring.Apart;
import io.taskledger.ledger.TimeLimits;
import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.postgres.TemporaryPostgres;
import io.taskledger.security.key.LedgerMove;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Out of one installation and into another: the stored bytes are the same, and the keys are the other's own. */
class LedgerMoveTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final Watching NOBODY = (done, total) -> {};

    private static final String ROWS = """
            select string_agg(concat_ws('|', position, stream_id, sequence_number, stream_type, type, revision, event_id,
                happened_at, recorded_at, encode(payload, 'hex'), encode(metadata, 'hex')), e'\\n' order by position)
            from ledger.event""";

    @TempDir
    private Path folder;

    private Site from;
    private Site to;

    /** An installation: a database and a master key. */
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
            Schemas.migrated(database);
            var owner = database.session(Role.OWNER, "test", TimeLimits.LASTING).direct();
            return new Site(settings, database, JdbcClient.create(owner));
        }

        LedgerMove move() {
            var owner = database.session(Role.OWNER, "test", TimeLimits.LASTING).direct();
            return LedgerMove.with(Apart.security(settings), owner, Clock.systemUTC());
        }

        void empty() {
            sql.sql(
                            "truncate ledger.event, ledger.reservation, security.subject_key, security.erasure, security.credential"
                                    + " cascade")
                    .update();
        }

        LedgerExport.Written export(Path file, long first) throws Exception {
            return new LedgerExport(database, Apart.security(settings), NOBODY).write(file, PASSPHRASE, first);
        }

        LedgerImport.Read read(Path... files) throws Exception {
            return new LedgerImport(PASSPHRASE, NOBODY)
                    .checked(List.of(files))
                    .into(database, Apart.security(settings));
        }

        String rows() {
            return String.valueOf(sql.sql(ROWS).query(String.class).optional().orElse(null));
        }

        List<String> list(String query) {
            return sql.sql(query).query(String.class).list();
        }
    }

    @BeforeEach
    void two_installations() throws SQLException {
        from = Site.fresh(folder.resolve("from"));
        to = Site.fresh(folder.resolve("to"));
    }

    @Test
    void what_came_in_is_what_went_out() throws Exception {
        for (int seed = 0; seed < Form.of(3, 1_000); seed++) {
            from.empty();
            to.empty();
            var history = new History(from, new Random(seed));
            history.play(60);
            var file = folder.resolve("ledger-" + seed + ".jsonl");

            var written = from.export(file, 1);
            var read = to.read(file);

            assertThat(to.rows()).as("seed " + seed).isEqualTo(from.rows());
            assertThat(read.digest()).isEqualTo(written.end().digest());
            assertThat(read.accounts()).isEqualTo(history.living.size());
            var there = to.move();
            for (var person : history.living) {
                assertThat(history.username(there, person)).isEqualTo(person);
                assertThat(holder(there, person))
                        .isEqualTo(history.ids.get(person).text());
                assertThat(holder(there, person + ".new@example.org"))
                        .isEqualTo(history.ids.get(person).text());
            }
            for (var person : history.erased) {
                assertThat(history.username(there, person)).isEqualTo("[erased]");
            }
            assertThat(to.list("select count(*)::text from ledger.reservation"))
                    .containsExactly(Long.toString(2L * history.living.size()));
            assertThat(to.list("select encode(wrapped, 'hex') from security.subject_key where wrapped is not null"))
                    .doesNotContainAnyElementsOf(from.list(
                            "select encode(wrapped, 'hex') from security.subject_key where wrapped is not null"));
        }
    }

    private String holder(LedgerMove move, String name) {
        return to.sql()
                .sql("select holder from ledger.reservation where digest = :digest")
                .param("digest", move.names().of(name))
                .query(String.class)
                .single();
    }

    @Test
    void an_export_and_what_came_later_make_the_whole() throws Exception {
        var history = new History(from, new Random(1));
        history.play(20);
        var first = folder.resolve("first.jsonl");
        var later = folder.resolve("later.jsonl");
        var upTo = from.export(first, 1).header().upTo();
        history.play(20);
        from.export(later, upTo + 1);

        assertThatThrownBy(() -> to.read(later)).hasMessageContaining("one from 1 on is wanted");
        assertThatThrownBy(() -> to.read(first, first)).isInstanceOf(TransferRefused.class);
        assertThat(to.rows()).isEqualTo("null");
        to.read(first, later);

        assertThat(to.rows()).isEqualTo(from.rows());
        assertThat(to.list("insert into ledger.event (type, event_id, happened_at, payload, metadata) values"
                        + " ('next', gen_random_uuid(), now(), '{}', '{}') returning position::text"))
                .containsExactly(Long.toString(from.sql()
                                .sql("select max(position) from ledger.event")
                                .query(Long.class)
                                .single()
                        + 1));
    }

    @Test
    void into_what_is_not_empty_nothing_comes() throws Exception {
        new History(from, new Random(1)).play(10);
        var file = folder.resolve("ledger.jsonl");
        from.export(file, 1);
        new History(to, new Random(2)).play(1);
        var before = to.rows();

        assertThatThrownBy(() -> to.read(file)).hasMessageStartingWith("This instance is not empty");
        assertThat(to.rows()).isEqualTo(before);
        assertThat(to.list("select subject from security.subject_key")).hasSize(1);
    }

    /** Events of people, of which some are erased, and of kinds that this version does not know. */
    private static final class History {

        private final Site site;
        private final Random chance;
        private final Serializer events;
        private final Map<String, UserId> ids = new HashMap<>();
        private final Map<String, byte[]> registered = new HashMap<>();
        private final List<String> living = new ArrayList<>();
        private final List<String> erased = new ArrayList<>();

        History(Site site, Random chance) {
            this.site = site;
            this.chance = chance;
            this.events = Apart.events(site.move().cipher());
        }

        void play(int steps) {
            for (int step = 0; step < steps; step++) {
                if (living.isEmpty() || chance.nextInt(4) == 0) {
                    register("ann" + ids.size());
                } else if (chance.nextInt(8) == 0) {
                    erase(living.remove(chance.nextInt(living.size())));
                } else {
                    var bytes = new byte[chance.nextInt(40)];
                    chance.nextBytes(bytes);
                    append(
                            null,
                            0,
                            "of a later release",
                            chance.nextBoolean() ? bytes : "{\"ü\":\"🌱\"}".getBytes(StandardCharsets.UTF_8));
                }
                if (chance.nextInt(5) == 0) {
                    site.sql()
                            .sql("select nextval(pg_get_serial_sequence('ledger.event', 'position'))")
                            .query(Long.class)
                            .single();
                }
            }
        }

        private void register(String name) {
            var id = UserId.next();
            ids.put(name, id);
            living.add(name);
            registered.put(name, append(id, 0, new AccountEvent.UserRegistered(id, name, name + "@example.org")));
            append(
                    id,
                    1,
                    new AccountEvent.EmailChanged(id, new Changed<>(name + "@example.org", name + ".new@example.org")));
        }

        private void erase(String name) {
            erased.add(name);
            append(ids.get(name), 2, new AccountEvent.AccountDeleted(ids.get(name)));
            site.sql()
                    .sql("update security.subject_key set wrapped = null, erased_at = now() where subject = :id")
                    .param("id", ids.get(name).text())
                    .update();
        }

        private byte[] append(UserId id, long number, AccountEvent event) {
            var stored = events.serialize(event, byte[].class);
            append(id, number, stored.getType().getName(), stored.getData());
            return stored.getData();
        }

        private void append(UserId id, long number, String type, byte[] payload) {
            site.sql()
                    .sql("""
                            insert into ledger.event (stream_id, sequence_number, stream_type, type, revision, event_id,
                                happened_at, payload, metadata)
                            values (:stream, :number, :of, :type, '1', gen_random_uuid(), clock_timestamp(),
                                decode(:payload, 'hex'), '{}')""")
                    .param("stream", id == null ? null : id.text())
                    .param("number", id == null ? null : number)
                    .param("of", id == null ? null : "account")
                    .param("type", type)
                    .param("payload", HexFormat.of().formatHex(payload))
                    .update();
        }

        /** As another installation reads what this one has stored. */
        String username(LedgerMove there, String name) {
            var type = events.typeForClass(AccountEvent.UserRegistered.class);
            AccountEvent.UserRegistered event = Apart.events(there.cipher())
                    .deserialize(new SimpleSerializedObject<>(registered.get(name), byte[].class, type));
            return event.username();
        }
    }
}
