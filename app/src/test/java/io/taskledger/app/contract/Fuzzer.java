package io.taskledger.app.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.taskledger.app.contract.Wire.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes requests that are almost right: as the documentation shows them, but for what is odd about each. The same seed
 * makes the same oddities.
 */
final class Fuzzer {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What stands in a body for a value that no JSON tree can hold. */
    private static final String HOLE = "a hole to be filled";

    private final Random random;

    Fuzzer(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param sent what goes out
     * @param oddAddress whether it may lead somewhere else than to the operation
     */
    record Attempt(Sent sent, boolean oddAddress) {}

    /** @param token empty for nobody's */
    Attempt attempt(Operation operation, Belongings things, String token) {
        var odd = new boolean[1];
        var path = operation.fill(place -> {
            if (oneIn(6)) {
                odd[0] = true;
                return segment(pick(Oddities.texts()));
            }
            return Multipart.escaped(things.at(place));
        });
        var headers = new ArrayList<String>();
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        var body = body(operation, things, headers);
        if (oneIn(4)) {
            headers.add(pick(Oddities.headers()));
        }
        return new Attempt(new Sent(operation.method(), path + query(operation), headers, body), odd[0]);
    }

    /** Mostly escaped as it should be; too long ones the server refuses to read. */
    private String segment(String text) {
        var escaped = Multipart.escaped(text.substring(0, Math.min(text.length(), 300)));
        return switch (random.nextInt(12)) {
            case 0 -> "%zz";
            case 1 -> "%C0%AF";
            case 2 -> "%00";
            case 3 -> "a;b=c";
            default -> escaped;
        };
    }

    private String query(Operation operation) {
        var names = operation.parameters("query");
        var parts = new ArrayList<String>();
        for (var name : names) {
            if (oneIn(3)) {
                parts.add(name + "=" + value());
            }
        }
        if (oneIn(8)) {
            parts.add("unknown[]=" + value());
        }
        if (!parts.isEmpty() && oneIn(6)) {
            parts.add(parts.getFirst());
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> "%";
            case 1 -> "%00";
            case 2 -> "%ED%A0%80"; // half a surrogate pair, as bytes
            case 3 -> pick(List.of("true", "1", "low", "2026-11-21", "title", "desc", "me"));
            default -> {
                var text = pick(Oddities.texts());
                yield Multipart.escaped(text.substring(0, Math.min(text.length(), 500)));
            }
        };
    }

    private byte[] body(Operation operation, Belongings things, List<String> headers) {
        if (operation.takes("multipart/form-data")) {
            return Multipart.fuzzed(random, headers);
        }
        var example = oneIn(4) ? operation.request() : things.named(operation.request());
        if (example.isMissingNode()) {
            return oneIn(10) ? bytes(pick(Oddities.bodies())) : new byte[0];
        }
        headers.add("Content-Type: application/json");
        return switch (random.nextInt(12)) {
            case 0 -> bytes(example.toString());
            case 1 -> bytes(pick(Oddities.bodies()));
            case 2 -> bytes(pick(Oddities.json()));
            case 3 -> broken(bytes(example.toString()));
            case 4 -> example.toString().getBytes(StandardCharsets.UTF_16);
            default -> bytes(changed(example));
        };
    }

    /** With one to three odd values in it. */
    private String changed(JsonNode example) {
        var changed = example.deepCopy();
        var values = new ArrayList<String>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            changed = holed(changed);
            values.add(pick(Oddities.json()));
        }
        var text = changed.toString();
        for (var value : values) {
            text = text.replaceFirst("\"" + HOLE + "\"", java.util.regex.Matcher.quoteReplacement(value));
        }
        return text.replace("\"" + HOLE + "\"", "null");
    }

    private JsonNode holed(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var name = pick(List.copyOf(object.propertyNames()));
            var value = object.get(name);
            if (oneIn(8)) {
                object.remove(name);
            } else if (value.isContainer() && !value.isEmpty() && oneIn(2)) {
                object.set(name, holed(value));
            } else {
                object.put(name, HOLE);
            }
            return object;
        }
        return node.isArray() && oneIn(2)
                ? JSON.createArrayNode().addAll(node.values()).add(HOLE)
                : JSON.createArrayNode().add(HOLE);
    }

    private byte[] broken(byte[] bytes) {
        var broken = bytes.clone();
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
