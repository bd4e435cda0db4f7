package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.security.SecurityDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SubjectKeysTest {

    private static final byte[] MASTER = new byte[32];
    private static final Duration SOON = Duration.ofSeconds(15);

    private final SecurityDatabase database = SecurityDatabase.fresh();
    private final String ann = UserId.next().text();

    @Test
    void nodes_that_make_a_key_at_once_agree_on_one() throws Exception {
        var nodes = IntStream.range(0, 8).mapToObj(node -> keys()).toList();
        var start = new CyclicBarrier(nodes.size());
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            var made = threads.invokeAll(nodes.stream()
                    .<Callable<byte[]>>map(node -> () -> {
                        start.await();
                        return node.findOrMake(ann, 1).orElseThrow().getEncoded();
                    })
                    .toList());
            for (var key : made) {
                assertThat(key.get()).hasSize(32).isEqualTo(made.getFirst().get());
            }
        }
        assertThat(database.count("security.subject_key")).isOne();
    }

    @Test
    void a_key_outlives_the_transaction_that_asked_for_it() {
        var keys = keys();

        database.transaction().executeWithoutResult(transaction -> {
            keys.findOrMake(ann, 1);
            transaction.setRollbackOnly();
        });

        assertThat(keys().find(ann, 1)).isEqualTo(keys.find(ann, 1)).isPresent();
    }

    @Test
    void subjects_have_keys_of_their_own_and_the_table_shows_none() {
        var keys = keys();
        var key = keys.findOrMake(ann, 1).orElseThrow().getEncoded();
        var wrapped = database.jdbc()
                .sql("select wrapped from security.subject_key")
                .query(byte[].class)
                .single();

        assertThat(keys.findOrMake(UserId.next().text(), 1).orElseThrow().getEncoded())
                .isNotEqualTo(key);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_erased_key_is_gone_from_this_node_at_once_and_from_the_table() {
        var keys = keys();
        keys.findOrMake(ann, 1);

        keys.erase(new SubjectId(ann));
        keys.erase(new SubjectId(ann));

        assertThat(keys.find(ann, 1)).isEmpty();
        assertThat(keys.findOrMake(ann, 1)).isEmpty();
        assertThat(keys().findOrMake(ann, 1)).isEmpty();
        assertThat(database.count("security.subject_key where wrapped is null and erased_at is not null"))
                .isOne();
    }

    @Test
    void a_node_that_has_used_the_key_hears_of_the_erasure_elsewhere() {
        var bob = UserId.next().text();
        var here = keys();
        var there = keys();
        try (var listener = new LedgerWakeUp(database.apart())) {
            listener.onNotice(SubjectKeys.ERASED, there);
            listener.start();
            await().until(listener::listening);
            there.findOrMake(ann, 1);
            there.findOrMake(bob, 1);

            here.erase(new SubjectId(ann));

            // Well before the key would be read anew anyway.
            await().atMost(SOON).until(() -> there.find(ann, 1).isEmpty());
            assertThat(there.findOrMake(ann, 1)).isEmpty();
            assertThat(there.find(bob, 1)).isPresent();
        }
    }

    @Test
    void a_node_whose_connection_was_lost_takes_nothing_for_granted() {
        var here = keys();
        var there = keys();
        try (var listener = new LedgerWakeUp(database.apart())) {
            listener.onNotice(SubjectKeys.ERASED, there);
            there.findOrMake(ann, 1);
            here.erase(new SubjectId(ann));
            assertThat(there.find(ann, 1)).as("nobody has told it").isPresent();

            listener.start();

            await().atMost(SOON).until(() -> there.find(ann, 1).isEmpty());
        }
    }

    @Test
    void a_subject_erased_before_it_had_a_key_never_gets_one() {
        keys().erase(new SubjectId(ann));

        assertThat(keys().findOrMake(ann, 1)).isEmpty();
    }

    @Test
    void another_master_key_is_a_clear_error() {
        keys().findOrMake(ann, 1);
        var other = MASTER.clone();
        Arrays.fill(other, (byte) 7);
        var stranger = new SubjectKeys(database.source(), new Secrets(other));

        assertThatThrownBy(() -> stranger.find(ann, 1))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("not wrapped by this master key");
        assertThatThrownBy(() -> stranger.findOrMake(ann, 1)).isInstanceOf(KeyFault.class);
    }

    @Test
    void a_wrapped_key_is_bound_to_its_row() {
        var bob = UserId.next().text();
        keys().findOrMake(ann, 1);
        keys().findOrMake(bob, 1);
        database.jdbc().sql("""
                        update security.subject_key
                        set wrapped = (select wrapped from security.subject_key where subject = :bob)
                        where subject = :ann""").param("bob", bob).param("ann", ann).update();

        assertThatThrownBy(() -> keys().find(ann, 1)).isInstanceOf(KeyFault.class);
    }

    @Test
    void a_lost_key_is_no_erasure() {
        keys().findOrMake(ann, 1);
        database.jdbc().sql("delete from security.subject_key").update();

        assertThatThrownBy(() -> keys().find(ann, 1))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("was not erased");
    }

    private SubjectKeys keys() {
        return new SubjectKeys(database.apart(), new Secrets(MASTER));
    }
}
