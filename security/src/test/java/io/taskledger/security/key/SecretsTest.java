package io.taskledger.security.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import io.taskledger.security.Installation;
import io.taskledger.security.SecurityDatabase;
import io.taskledger.security.SecuritySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {

    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @TempDir
    private Path folder;

    private final SecurityDatabase database = SecurityDatabase.fresh();
    private final KeyCheck check = new KeyCheck(database.jdbc());

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        open(keys());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file()).strip()).matches("[0-9a-f]{64}");
        try (var files = Files.list(keys())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void the_next_start_finds_the_same_keys() {
        var first = open(keys()).derive("some-purpose", "HmacSHA256");

        assertThat(open(keys()).derive("some-purpose", "HmacSHA256")).isEqualTo(first);
    }

    @Test
    void each_purpose_and_each_master_key_has_keys_of_its_own() {
        var secrets = new Secrets(MasterKey.parse(HEX, "test"));
        var other = new Secrets(MasterKey.parse(HEX.replace("1f", "20"), "test"));

        var key = secrets.derive(Secrets.LINKS, "HmacSHA256").getEncoded();

        assertThat(key).hasSize(32);
        assertThat(secrets.derive(Secrets.RESERVATIONS, "HmacSHA256").getEncoded())
                .isNotEqualTo(key);
        assertThat(other.derive(Secrets.LINKS, "HmacSHA256").getEncoded()).isNotEqualTo(key);
    }

    @Test
    void a_key_is_read_as_hex_and_as_base64() {
        var bytes = MasterKey.parse(HEX, "test");

        assertThat(bytes).hasSize(32).startsWith(0, 1, 2);
        assertThat(MasterKey.parse(Base64.getEncoder().encodeToString(bytes) + "\n", "test"))
                .isEqualTo(bytes);
        assertThat(MasterKey.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "test"))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2-hunter2",
                "0001020304",
                "zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
            })
    void a_malformed_key_is_a_clear_error_that_does_not_show_it(String malformed) {
        assertThatThrownBy(() -> MasterKey.parse(malformed, "the master key in the settings"))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("the master key in the settings is malformed")
                .hasMessageContaining("64 hex digits")
                .message()
                .satisfies(message -> assertThat(malformed.isEmpty() || !message.contains(malformed))
                        .isTrue());
    }

    @Test
    void a_key_file_that_others_can_read_is_refused() throws IOException {
        open(keys());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> open(keys())).isInstanceOf(KeyFault.class).hasMessageContaining("chmod 600");
    }

    @Test
    void a_lost_key_is_a_clear_error_and_no_new_one_is_made() throws IOException {
        open(keys());
        Files.delete(file());

        assertThatThrownBy(() -> open(keys()))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("lost")
                .hasMessageContaining(file().toString());
        assertThat(file()).doesNotExist();
    }

    @Test
    void events_alone_tell_that_a_key_was_lost() {
        database.jdbc().sql("""
                insert into ledger.event (stream_id, sequence_number, stream_type, type, event_id, happened_at, payload, metadata)
                values ('x', 0, 'X', 'x', gen_random_uuid(), now(), '{}', '{}')""").update();

        assertThatThrownBy(() -> open(keys())).isInstanceOf(KeyFault.class).hasMessageContaining("lost");
        assertThat(file()).doesNotExist();
    }

    @Test
    void another_key_than_the_first_is_refused() {
        open(keys());

        assertThatThrownBy(() -> open(folder.resolve("another"), HEX))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("not the one that this database was begun with");
    }

    @Test
    void a_key_in_the_settings_needs_no_file() {
        open(keys(), HEX);

        assertThat(keys()).doesNotExist();
    }

    @Test
    void neither_settings_nor_database_show_the_key() {
        open(keys(), HEX);

        assertThat(given(keys(), HEX).toString()).doesNotContain(HEX);
        assertThat(database.jdbc()
                        .sql("select encode(fingerprint, 'hex') from security.key_check")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(HEX);
    }

    private Secrets open(Path keys) {
        return open(keys, null);
    }

    private Secrets open(Path keys, String key) {
        return Secrets.open(given(keys, key), check);
    }

    private static SecuritySettings given(Path keys, String key) {
        var some = Installation.settings(keys);
        return new SecuritySettings(
                keys,
                key,
                some.minPasswordLength(),
                some.restSession(),
                some.browserSession(),
                some.corsOrigins(),
                some.secureCookies(),
                some.publicUrl());
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path file() {
        return keys().resolve("master.key");
    }
}
