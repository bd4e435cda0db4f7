package io.taskledger.rest.input;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies: limited in size and depth, JSON only. */
@Component
public class JsonBodies {

    /** In bytes. A task with the longest description takes a tenth of it. */
    public static final int LIMIT = 1 << 20;

    private static final int DEPTH = 64;

    /** In characters. */
    private static final int NUMBER = 1_000;

    private static final int NAME = 10_000;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER)
                            .maxNameLength(NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The object in a request's body.
     *
     * @throws InvalidInput where there is none
     * @throws InputTooLarge where it is too large to look at
     */
    public JsonBody object(HttpServletRequest request) {
        // As the contract has it: a body of another type is not looked into, hence no object.
        var root = root(request, STRICT.createArrayNode());
        if (!root.isObject()) {
            throw new InvalidInput(
                    new InputProblem(List.of("body"), "Input should be a valid JSON object", "model_attributes_type"));
        }
        return new JsonBody(root);
    }

    /**
     * What a request's body is, where that is no object.
     *
     * @throws InvalidInput where there is none, or it is of another kind
     * @throws InputTooLarge where it is too large to look at
     */
    public JsonValue value(HttpServletRequest request) {
        return new JsonValue(root(request, STRICT.createObjectNode()));
    }

    private static JsonNode root(HttpServletRequest request, JsonNode ofAnotherType) {
        var body = bytes(request);
        if (body.length == 0) {
            throw missing();
        }
        var root = isJson(request.getContentType()) ? parse(body) : ofAnotherType;
        if (root.isNull()) {
            throw missing();
        }
        return root;
    }

    /**
     * Looks whether a body, if it says that it is JSON, is any.
     *
     * @throws InvalidInput where it is not
     * @throws InputTooLarge where it is too large to look at
     */
    public void requireWellFormed(HttpServletRequest request) {
        if (isJson(request.getContentType())) {
            var body = bytes(request);
            if (body.length > 0) {
                parse(body);
            }
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            var body = request.getContentLengthLong() > LIMIT
                    ? new byte[LIMIT + 1]
                    : request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw new InputTooLarge(LIMIT);
            }
            return body;
        } catch (IOException broken) {
            throw new InvalidInput(new InputProblem(List.of("body"), "The body ended early", "json_invalid"));
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (StreamConstraintsException beyond) {
            throw new InvalidInput(new InputProblem(
                    List.of("body"),
                    "JSON should be nested at most %d deep, with numbers of at most %d and names of at most %d characters"
                            .formatted(DEPTH, NUMBER, NAME),
                    "json_too_large"));
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            var offset = location == null ? 0 : Math.max(0, location.getByteOffset());
            throw new InvalidInput(
                    new InputProblem(List.of("body", offset), "JSON decode error at byte " + offset, "json_invalid"));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            return type.getType().equals("application")
                    && (type.getSubtype().equals("json") || "json".equals(type.getSubtypeSuffix()));
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }

    private static InvalidInput missing() {
        return new InvalidInput(new InputProblem(List.of("body"), "Field required", "missing"));
    }
}
