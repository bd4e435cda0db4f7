package io.taskledger.security.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.security.Installation;
import io.taskledger.security.SettableClock;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.KeyFault;
import io.taskledger.security.key.KeyWiring;
import io.taskledger.security.key.SubjectKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A restore brings back who was erased; the list sees to it that they go again. */
class ErasureListTest {

    private final Installation here = new Installation();

    @TempDir
    private Path folder;

    @Test
    void who_is_erased_is_listed_beside_the_keys_once_and_for_nobody_else_to_read() throws IOException {
        var ann = somebody("Ann");

        here.deletion.delete(ann, PASSWORD);
        here.erasures.carryOut();
        here.erasures.list();

        assertThat(here.list.read()).containsExactly(Map.entry(ann.userId().text(), SettableClock.START));
        var list = new ErasureList(Installation.settings(folder.resolve("keys")));
        list.note(List.of(erasure(ann.userId())));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void what_the_database_knows_is_listed_also_where_the_list_was_away() {
        var ann = somebody("Ann");
        here.erasures.ask(ann.userId());

        here.erasures.list();

        assertThat(here.list.read()).containsOnlyKeys(ann.userId().text());
    }

    @Test
    void a_database_from_before_the_erasure_forgets_the_person_again() {
        var ann = somebody("Ann");
        var key = new KeyWiring().personalCipher(here.keys);
        var sealed = key.seal(ann.userId().text(), "a.type", new byte[] {1});
        var list = listed(ann.userId());
        assertThat(key.open(ann.userId().text(), "a.type", sealed)).isPresent();

        assertThat(list.apply(here.database.source())).isOne();

        var restarted = new KeyWiring().personalCipher(new SubjectKeys(here.database.apart(), here.secrets));
        assertThat(restarted.open(ann.userId().text(), "a.type", sealed)).isEmpty();
        assertThat(here.accounts.signIn("Ann", PASSWORD, Via.REST)).isEmpty();
        assertThat(here.database.count(
                        "ledger.reservation where holder = '" + ann.userId().text() + "'"))
                .isZero();
        here.erasures.carryOut();
        assertThat(here.bus.sent(DeleteAccount.class)).containsExactly(new DeleteAccount(ann.userId()));
        assertThat(here.purged).contains(ann.userId());
    }

    @Test
    void applied_once_it_has_nothing_more_to_do() {
        var ann = somebody("Ann");
        var list = listed(ann.userId(), UserId.next());

        assertThat(list.apply(here.database.source())).isOne();
        assertThat(list.apply(here.database.source())).isZero();
    }

    @Test
    void who_never_was_in_this_ledger_cannot_come_into_it_by_their_old_key() {
        var stranger = UserId.next();
        listed(stranger).apply(here.database.source());

        assertThat(here.keys.findOrMake(stranger.text(), 1)).isEmpty();
        here.erasures.carryOut();
        assertThat(here.bus.sent(DeleteAccount.class)).isEmpty();
    }

    @Test
    void what_a_crash_left_of_a_line_stands_in_nobodys_way() throws IOException {
        var ann = UserId.next();
        var bea = UserId.next();
        listed(ann);
        Files.writeString(file(), "{\"subject\":\"user-", StandardOpenOption.APPEND);

        var list = listed(bea);

        assertThat(list.read()).containsOnlyKeys(ann.text(), bea.text());
    }

    @Test
    void a_damaged_list_is_a_clear_error_and_not_an_empty_one() throws IOException {
        listed(UserId.next());
        Files.writeString(file(), "{\"subject\":\"somebody\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> listed(UserId.next()))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("erased.jsonl is damaged");
    }

    private ErasureList listed(UserId... people) {
        var list = new ErasureList(Installation.settings(folder.resolve("keys")));
        list.note(Stream.of(people).map(ErasureListTest::erasure).toList());
        return list;
    }

    private static ErasureList.Erasure erasure(UserId person) {
        return new ErasureList.Erasure(SubjectId.of(person).text(), SettableClock.START);
    }

    private SignedIn somebody(String name) {
        var person = here.registered(name);
        here.database.jdbc().sql("""
                insert into ledger.event (stream_id, sequence_number, stream_type, type, event_id, happened_at, payload, metadata)
                values (:person, 0, 'account', 'account.registered', gen_random_uuid(), now(), '{}', '{}')""").param("person", person.text()).update();
        return here.signedIn(name);
    }

    private Path file() {
        return folder.resolve("keys").resolve(ErasureList.FILE);
    }
}
