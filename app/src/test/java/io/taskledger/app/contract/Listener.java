package io.taskledger.app.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.taskledger.app.product.Product;

/** Hears the events of {@code GET /events}, from when it is made until they end or it is closed. */
final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Void> end;

    Listener(Product product, String token) {
        var request = HttpRequest.newBuilder(URI.create(product.address() + "/api/v1/events?timeout_seconds=60"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        response = client.sendAsync(request, BodyHandlers.ofInputStream()).join();
        end = CompletableFuture.runAsync(this::hear, task -> Thread.ofVirtual().start(task));
    }

    private void hear() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException broken) {
            synchronized (lines) {
                lines.add("broken: " + broken.getMessage());
            }
        }
    }

    int status() {
        return response.statusCode();
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Whether the server has ended it. */
    boolean isOver() {
        return end.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
