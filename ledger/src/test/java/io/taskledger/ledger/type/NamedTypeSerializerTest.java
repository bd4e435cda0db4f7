package io.taskledger.ledger.type;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NamedTypeSerializerTest {

    record TagId(String text) {}

    record Tagged(TagId tag, Instant at, List<String> words) {}

    record Unregistered() {}

    private static final Tagged TAGGED =
            new Tagged(new TagId("tag-1"), Instant.parse("2026-03-01T12:00:00.123456Z"), List.of("ä", "日本"));

    private final NamedTypeSerializer serializer = new NamedTypeSerializer(
            Jackson3Serializer.builder().build(),
            EventTypes.of(Map.of(Tagged.class, new StoredType("tag.tagged", "3"))));

    @Test
    void a_record_goes_out_as_readable_json_under_its_short_name() {
        SerializedObject<byte[]> stored = serializer.serialize(TAGGED, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("tag.tagged");
        assertThat(stored.getType().getRevision()).isEqualTo("3");
        assertThat(new String(stored.getData(), UTF_8))
                .isEqualTo("{\"tag\":{\"text\":\"tag-1\"},\"at\":\"2026-03-01T12:00:00.123456Z\","
                        + "\"words\":[\"ä\",\"日本\"]}");
    }

    @Test
    void a_record_comes_back_as_it_went_also_from_an_upcasters_tree() {
        SerializedObject<byte[]> stored = serializer.serialize(TAGGED, byte[].class);

        assertThat((Tagged) serializer.deserialize(stored)).isEqualTo(TAGGED);
        assertThat((Tagged) serializer.deserialize(serializer.getConverter().convert(stored, JsonNode.class)))
                .isEqualTo(TAGGED);
    }

    @Test
    void metadata_keeps_axons_form() {
        MetaData metadata = MetaData.with("actor", "user-1").and("via", "rest");

        SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);

        assertThat((MetaData) serializer.deserialize(stored)).isEqualTo(metadata);
    }

    @Test
    void a_class_without_a_name_is_not_stored() {
        assertThatThrownBy(() -> serializer.serialize(new Unregistered(), byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Unregistered.class.getName());
    }

    @Test
    void a_name_without_a_class_is_told_apart_not_guessed() {
        SerializedObject<byte[]> stored =
                new SimpleSerializedObject<>("{\"a\":1}".getBytes(UTF_8), byte[].class, "tag.unheard", "1");

        assertThat(serializer.classForType(stored.getType())).isEqualTo(UnknownSerializedType.class);
        UnknownSerializedType unknown = serializer.deserialize(stored);
        assertThat(unknown.serializedType().getName()).isEqualTo("tag.unheard");
        assertThat(unknown.readData(JsonNode.class).get("a").asInt()).isEqualTo(1);
    }

    @Test
    void a_revision_that_no_upcaster_brought_up_is_refused() {
        SerializedObject<byte[]> old =
                new SimpleSerializedObject<>("{}".getBytes(UTF_8), byte[].class, "tag.tagged", "2");

        assertThatThrownBy(() -> serializer.deserialize(old))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("tag.tagged stored in revision 2");
    }

    @Test
    void nothing_has_axons_empty_type() {
        assertThat(serializer.typeForClass(null)).isEqualTo(SerializedType.emptyType());
        assertThat(serializer.classForType(SerializedType.emptyType())).isEqualTo(Void.class);
    }

    @Test
    void a_name_is_used_once() {
        StoredType same = StoredType.first("tag.tagged");

        assertThatThrownBy(() -> EventTypes.of(Map.of(Tagged.class, same, Unregistered.class, same)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tag.tagged");
        assertThatThrownBy(() -> StoredType.first(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
