package io.taskledger.ledger.personal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealedMetaDataSerializerTest {

    /** Tells whose and of what type a text is, and turns it round: not safe, but not clear either. */
    private static final class TurnedRound implements PersonalCipher {

        private final Set<String> erased = new HashSet<>();

        @Override
        public String seal(String subject, String type, byte[] clear) {
            var about = subject + " " + type + " " + new StringBuilder(text(clear)).reverse();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(about.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<byte[]> open(String subject, String type, String sealed) {
            var parts = text(Base64.getUrlDecoder().decode(sealed)).split(" ", 3);
            assertThat(parts).startsWith(subject, type);
            return erased.contains(subject)
                    ? Optional.empty()
                    : Optional.of(
                            new StringBuilder(parts[2]).reverse().toString().getBytes(StandardCharsets.UTF_8));
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final MetaData TOLD = MetaData.from(Map.of("actor", "user-1", "name", "Ruth مريم", "via", "import"));

    private final TurnedRound cipher = new TurnedRound();
    private final SealedMetaDataSerializer serializer =
            new SealedMetaDataSerializer(Jackson3Serializer.builder().build(), cipher, "name", "actor", "[erased]");

    @Test
    void the_text_is_sealed_where_it_is_stored_and_read_as_it_was() {
        var stored = serializer.serialize(TOLD, byte[].class);

        assertThat(text(stored)).contains("\"via\":\"import\"", "\"name\":").doesNotContain("Ruth");
        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(TOLD);
    }

    @Test
    void of_an_erased_subject_a_placeholder_is_read() {
        var stored = serializer.serialize(TOLD, byte[].class);
        cipher.erased.add("user-1");

        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(TOLD.and("name", "[erased]"));
    }

    @Test
    void a_text_of_nobody_is_not_stored() {
        var stored = serializer.serialize(TOLD.withoutKeys(Set.of("actor")), byte[].class);

        assertThat(text(stored)).doesNotContain("name");
    }

    @Test
    void other_metadata_and_other_objects_are_as_they_are() {
        var plain = TOLD.withoutKeys(Set.of("name"));

        assertThat(text(serializer.serialize(plain, byte[].class)))
                .isEqualTo(text(Jackson3Serializer.builder().build().serialize(plain, byte[].class)));
        assertThat(text(serializer.serialize("name", byte[].class))).isEqualTo("\"name\"");
    }

    private static String text(SerializedObject<byte[]> stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }
}
