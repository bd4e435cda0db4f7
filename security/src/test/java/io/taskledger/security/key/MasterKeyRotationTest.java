package io.taskledger.security.key;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.security.SecurityDatabase;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.SettableClock;
import io.taskledger.security.link.LinkPurpose;
import io.taskledger.security.link.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Another master key takes the place of the first, and nothing is lost on the way, wherever it stops. */
class MasterKeyRotationTest {

    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final SecurityDatabase database = SecurityDatabase.fresh();
    private final SettableClock clock = new SettableClock();
    private final UserId ann = UserId.next();
    private final UserId gone = UserId.next();

    @TempDir
    private Path folder;

    @Test
    void everything_that_was_sealed_opens_and_the_old_key_opens_nothing_any_more() throws Exception {
        var before = installed(settings());
        var sealed = before.sealed();
        before.keys().erase(SubjectId.of(gone));
        var link = before.links().make(ann, LinkPurpose.RESET_PASSWORD, "ann@example.org");
        var token = before.links().token(link, "ann@example.org").orElseThrow();
        var name = new ReservedNames(before.secrets()).of("Ann");
        var kid = before.signing().signing().getKeyID();
        var oldKey = Files.readString(file());

        var rotated = new MasterKeyRotation(settings(), clock).rotate(database.source(), Path.of("unused"));

        assertThat(rotated.keys()).isEqualTo(2);
        assertThat(Files.readString(file())).isNotEqualTo(oldKey).matches("[0-9a-f]{64}\n");
        assertThat(Files.readString(rotated.before())).isEqualTo(oldKey);
        var after = installed(settings());
        assertThat(after.opened(sealed)).contains("of Ann's");
        assertThat(after.keys().find(gone.text(), 1)).isEmpty();
        assertThat(after.links().token(link, "ann@example.org")).contains(token);
        assertThat(new ReservedNames(after.secrets()).of("Ann")).isEqualTo(name);
        assertThat(after.signing().signing().getKeyID()).isEqualTo(kid);
        assertThatThrownBy(() -> installed(settings(oldKey)))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("Put that one back");
    }

    @Test
    void it_can_be_done_again_and_names_stay_known_through_all_of_them() throws Exception {
        var sealed = installed(settings()).sealed();
        var name = new ReservedNames(installed(settings()).secrets()).of("Ann");
        for (var turn = 0; turn < 3; turn++) {
            new MasterKeyRotation(settings(), clock).rotate(database.source(), Path.of("unused"));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(installed(settings()).opened(sealed)).contains("of Ann's");
        assertThat(new ReservedNames(installed(settings()).secrets()).of("Ann")).isEqualTo(name);
        assertThat(files()).hasSize(4);
    }

    @Test
    void stopped_before_its_commit_the_old_key_counts_and_the_next_try_goes_through() throws Exception {
        var sealed = installed(settings()).sealed();
        Files.copy(file(), next());
        Files.writeString(next(), HEX);

        assertThat(installed(settings()).opened(sealed)).contains("of Ann's");

        new MasterKeyRotation(settings(), clock).rotate(database.source(), Path.of("unused"));
        assertThat(Files.readString(file())).isEqualTo(HEX);
        assertThat(installed(settings()).opened(sealed)).contains("of Ann's");
    }

    @Test
    void stopped_behind_its_commit_the_next_start_puts_the_new_key_in_its_place() throws Exception {
        var sealed = installed(settings()).sealed();
        var old = Files.readString(file());
        new MasterKeyRotation(settings(), clock).rotate(database.source(), Path.of("unused"));
        // As it was between the commit and the move.
        Files.move(file(), next());
        Files.writeString(file(), old);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        assertThat(installed(settings()).opened(sealed)).contains("of Ann's");

        assertThat(next()).doesNotExist();
        assertThat(Files.readString(file())).isNotEqualTo(old);
    }

    @Test
    void a_key_of_the_settings_is_replaced_by_one_in_a_file() throws Exception {
        var sealed = installed(settings(HEX)).sealed();
        var to = folder.resolve("new.key");

        var rotated = new MasterKeyRotation(settings(HEX), clock).rotate(database.source(), to);

        assertThat(rotated.file()).isEqualTo(to);
        assertThat(installed(settings(Files.readString(to))).opened(sealed)).contains("of Ann's");
        assertThatThrownBy(() -> installed(settings(HEX))).isInstanceOf(KeyFault.class);
    }

    @Test
    void one_key_that_does_not_open_stops_it_and_nothing_was_changed() throws Exception {
        var before = installed(settings());
        var sealed = before.sealed();
        database.jdbc()
                .sql("update security.subject_key set wrapped = decode(repeat('00', 60), 'hex') where subject = :gone")
                .param("gone", gone.text())
                .update();
        var key = Files.readString(file());

        assertThatThrownBy(() -> new MasterKeyRotation(settings(), clock).rotate(database.source(), Path.of("unused")))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("nothing was changed");

        assertThat(Files.readString(file())).isEqualTo(key);
        assertThat(installed(settings()).opened(sealed)).contains("of Ann's");
    }

    private record Installed(
            Secrets secrets, SubjectKeys keys, Links links, SigningKeys signing, UserId ann, UserId gone) {

        String sealed() {
            var cipher = new SubjectCipher(keys);
            cipher.seal(gone.text(), "a.type", new byte[1]);
            signing.signing();
            return cipher.seal(ann.text(), "a.type", "of Ann's".getBytes(StandardCharsets.UTF_8));
        }

        Optional<String> opened(String sealed) {
            return new SubjectCipher(keys)
                    .open(ann.text(), "a.type", sealed)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** As at a start. */
    private Installed installed(SecuritySettings settings) {
        var secrets = Secrets.open(settings, new KeyCheck(database.jdbc()));
        return new Installed(
                secrets,
                new SubjectKeys(database.apart(), secrets),
                new Links(database.jdbc(), new ReservedNames(secrets), secrets, clock),
                new SigningKeys(database.jdbc(), secrets, Duration.ofHours(12), clock),
                ann,
                gone);
    }

    private SecuritySettings settings() {
        return settings(null);
    }

    private SecuritySettings settings(String masterKey) {
        return new SecuritySettings(
                folder.resolve("keys"),
                masterKey,
                8,
                Duration.ofHours(12),
                Duration.ofDays(14),
                List.of(),
                false,
                URI.create("http://localhost:8080"));
    }

    private Set<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Path file() {
        return folder.resolve("keys").resolve("master.key");
    }

    private Path next() {
        return folder.resolve("keys").resolve("master.key.next");
    }
}
