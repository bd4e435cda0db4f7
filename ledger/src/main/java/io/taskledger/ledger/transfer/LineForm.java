package io.taskledger.ledger.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import io.taskledger.ledger.LedgerRow;
import io.taskledger.ledger.transfer.LedgerLine.KeyDerivation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines as JSON objects. Payload and metadata are the stored text, so that it can be read; bytes that are no UTF-8 stand
 * in base64 under another name.
 */
final class LineForm {

    /** What a file begins with. */
    static final String BEGINNING = "{\"taskledger\":\"ledger\",";

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder ENCODER = Base64.getEncoder();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    private LineForm() {}

    /** Without the line's end. */
    static byte[] bytes(LedgerLine line) {
        ObjectNode node = JSON.createObjectNode();
        switch (line) {
            case LedgerLine.Header header -> write(node, header);
            case LedgerLine.Event(LedgerRow row) -> write(node, row);
            case LedgerLine.Key(String subject, int version, byte[] wrapped) ->
                node.put("key", subject).put("version", version).put("wrapped", ENCODER.encodeToString(wrapped));
            case LedgerLine.Erased(String subject) -> node.put("erased", subject);
            case LedgerLine.Skipped(String projection, long position, String reason) ->
                node.put("skipped", projection).put("at", position).put("reason", reason);
            case LedgerLine.End(long events, long others, String digest, byte[] code) ->
                node.put("end", true)
                        .put("events", events)
                        .put("others", others)
                        .put("digest", digest)
                        .put("code", ENCODER.encodeToString(code));
        }
        return JSON.writeValueAsBytes(node);
    }

    private static void write(ObjectNode node, LedgerLine.Header header) {
        node.put("taskledger", "ledger")
                .put("format", FORMAT)
                .put("from", header.from())
                .put("up_to", header.upTo());
        KeyDerivation derivation = header.derivation();
        node.putObject("key_derivation")
                .put("algorithm", derivation.algorithm())
                .put("memory_kib", derivation.memoryKib())
                .put("passes", derivation.passes())
                .put("lanes", derivation.lanes())
                .put("salt", ENCODER.encodeToString(derivation.salt()))
                .put("check", ENCODER.encodeToString(derivation.check()));
    }

    private static void write(ObjectNode node, LedgerRow row) {
        node.put("position", row.position())
                .put("stream_id", row.streamId())
                .put("sequence_number", row.sequenceNumber())
                .put("stream_type", row.streamType())
                .put("type", row.type())
                .put("revision", row.revision())
                .put("event_id", row.eventId().toString())
                .put("happened_at", row.happenedAt().toString())
                .put("recorded_at", row.recordedAt().toString());
        write(node, "payload", row.payload());
        write(node, "metadata", row.metadata());
    }

    private static void write(ObjectNode node, String name, byte[] bytes) {
        try {
            node.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            node.put(name + "_base64", ENCODER.encodeToString(bytes));
        }
    }

    /** @throws NoLedgerFile where it is no line of a ledger's file */
    static LedgerLine parse(byte[] bytes, long number) throws NoLedgerFile {
        try {
            return parse(JSON.readTree(bytes));
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NullPointerException unlike) {
            throw NoLedgerFile.altered(number);
        }
    }

    private static LedgerLine parse(JsonNode node) throws NoLedgerFile {
        if (node.has("position")) {
            return new LedgerLine.Event(row(node));
        }
        if (node.has("key")) {
            return new LedgerLine.Key(
                    text(node, "key"), node.required("version").intValue(), base64(node, "wrapped"));
        }
        if (node.has("erased")) {
            return new LedgerLine.Erased(text(node, "erased"));
        }
        if (node.has("skipped")) {
            return new LedgerLine.Skipped(
                    text(node, "skipped"), node.required("at").longValue(), text(node, "reason"));
        }
        if (node.has("end")) {
            return new LedgerLine.End(
                    node.required("events").longValue(),
                    node.required("others").longValue(),
                    text(node, "digest"),
                    base64(node, "code"));
        }
        return header(node);
    }

    private static LedgerLine.Header header(JsonNode node) throws NoLedgerFile {
        if (node.required("format").intValue() != FORMAT) {
            throw new NoLedgerFile("has the format " + node.path("format") + ", which this version cannot read.");
        }
        JsonNode derivation = node.required("key_derivation");
        return new LedgerLine.Header(
                node.required("from").longValue(),
                node.required("up_to").longValue(),
                new KeyDerivation(
                        text(derivation, "algorithm"),
                        derivation.required("memory_kib").intValue(),
                        derivation.required("passes").intValue(),
                        derivation.required("lanes").intValue(),
                        base64(derivation, "salt"),
                        base64(derivation, "check")));
    }

    private static LedgerRow row(JsonNode node) {
        JsonNode number = node.required("sequence_number");
        return new LedgerRow(
                node.required("position").longValue(),
                textOrNull(node, "stream_id"),
                number.isNull() ? null : number.longValue(),
                textOrNull(node, "stream_type"),
                text(node, "type"),
                textOrNull(node, "revision"),
                UUID.fromString(text(node, "event_id")),
                Instant.parse(text(node, "happened_at")),
                Instant.parse(text(node, "recorded_at")),
                stored(node, "payload"),
                stored(node, "metadata"));
    }

    private static byte[] stored(JsonNode node, String name) {
        return node.has(name) ? text(node, name).getBytes(StandardCharsets.UTF_8) : base64(node, name + "_base64");
    }

    private static byte[] base64(JsonNode node, String name) {
        return DECODER.decode(text(node, name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        JsonNode value = node.required(name);
        return value.isNull() ? null : value.stringValue();
    }
}
