package io.taskledger.ledger;

import java.util.HashSet;
import java.util.UUID;

import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOrderedIdentifiersTest {

    @Test
    void axon_names_its_messages_by_them() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void each_is_a_uuid_of_version_7_that_tells_its_millisecond() {
        long before = System.currentTimeMillis();
        var id = UUID.fromString(new TimeOrderedIdentifiers().generateIdentifier());
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void none_comes_twice() {
        var identifiers = new TimeOrderedIdentifiers();
        var seen = new HashSet<String>();
        for (int made = 0; made < 100_000; made++) {
            seen.add(identifiers.generateIdentifier());
        }
        assertThat(seen).hasSize(100_000);
    }
}
