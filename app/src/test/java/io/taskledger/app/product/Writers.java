package io.taskledger.app.product;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.taskledger.app.product.Rest.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that make tasks as fast as they can, and keep a list of what they were promised. */
public final class Writers {

    private static final int CLIENTS = 16;

    /** That many are acknowledged before it happens, and others are on their way. */
    private static final int ENOUGH = 5 * CLIENTS;

    private final AtomicInteger written = new AtomicInteger();

    /** The title of each, with the key that it was asked for under and what was answered. */
    private final Map<String, Promise> acknowledged = new ConcurrentHashMap<>();

    /** With their keys: whether these were done nobody promised. */
    private final Map<String, String> inDoubt = new ConcurrentHashMap<>();

    private record Promise(String key, Answer answer) {}

    /** @param happening begins in their midst, and ends it */
    public void writeUntil(Rest person, Runnable happening) {
        var enough = new CountDownLatch(ENOUGH);
        var over = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            try {
                for (var i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> write(person, enough, over));
                }
                assertThat(enough.await(1, TimeUnit.MINUTES))
                        .as("%d tasks in a minute", ENOUGH)
                        .isTrue();
                happening.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                over.set(true);
            }
        }
    }

    private void write(Rest person, CountDownLatch enough, AtomicBoolean over) {
        while (!over.get()) {
            var title = "task " + written.incrementAndGet();
            var key = UUID.randomUUID().toString();
            inDoubt.put(title, key);
            try {
                var answer = person.post("/tasks", Map.of("title", title), key);
                if (answer.status() == 201) {
                    acknowledged.put(title, new Promise(key, answer));
                    inDoubt.remove(title);
                    enough.countDown();
                }
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    /** Of what was acknowledged, what the titles do not hold. */
    public Set<String> missingFrom(List<String> titles) {
        var missing = new TreeSet<>(acknowledged.keySet());
        titles.forEach(missing::remove);
        return missing;
    }

    /** Under the keys of before: what was done is answered as it was, what was not is done now. */
    public void askAgain(Rest person, String what) {
        acknowledged.entrySet().stream().limit(CLIENTS).forEach(one -> {
            var promise = one.getValue();
            assertThat(person.post("/tasks", Map.of("title", one.getKey()), promise.key()))
                    .as("%s: %s, asked for again", what, one.getKey())
                    .isEqualTo(promise.answer());
        });
        inDoubt.forEach((title, key) -> {
            var answer = person.post("/tasks", Map.of("title", title), key).expecting(201);
            acknowledged.put(title, new Promise(key, answer));
        });
        inDoubt.clear();
    }

    @Override
    public String toString() {
        return acknowledged.size() + " acknowledged tasks of " + CLIENTS + " clients";
    }
}
