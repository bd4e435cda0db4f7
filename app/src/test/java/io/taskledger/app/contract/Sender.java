package io.taskledger.app.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends files and gets them back, byte by byte. */
final class Sender {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "----a-form-9cX";

    private final URI address;
    private final String token;

    /** @param token empty for somebody who is not signed in */
    Sender(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    static Sender of(URI address, Rest person) {
        return new Sender(address, person.token());
    }

    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        byte[] bytes() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String detail() {
            return json().path("detail").asString();
        }

        Answer expecting(int expected) {
            if (status() != expected) {
                throw new AssertionError(expected + " expected, but " + status() + " came: "
                        + new String(bytes(), StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    Answer upload(String path, String name, byte[] content) {
        return upload(path, "file", name, new ByteArrayInputStream(content), Map.of());
    }

    /** A form with a field before the file, as some programs have it. */
    Answer upload(String path, String field, String name, InputStream content, Map<String, String> headers) {
        var before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/x-claimed\r\n\r\n";
        var form = new SequenceInputStream(
                Collections.enumeration(List.of(bytes(before), content, bytes("\r\n--" + BOUNDARY + "--\r\n"))));
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> form));
        headers.forEach(request::header);
        return exchange(request);
    }

    Answer get(String path) {
        return exchange(request(path));
    }

    Answer delete(String path) {
        return exchange(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
