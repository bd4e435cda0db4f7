package io.taskledger.security.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Answers of the database that are believed for a moment. Of many who ask at once one asks it; while it is away all wait
 * together, not one after the other.
 */
final class AskedOnce<K, V> {

    private static final int REMEMBERED = 10_000;

    private final Function<K, V> database;
    private final AsyncCache<K, V> answers;

    AskedOnce(Duration believedFor, Function<K, V> database) {
        this.database = database;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(believedFor)
                .maximumSize(REMEMBERED)
                .buildAsync();
    }

    V of(K key) {
        var asking = new CompletableFuture<V>();
        var asked = answers.asMap().putIfAbsent(key, asking);
        if (asked != null) {
            return answerOf(asked);
        }
        try {
            asking.complete(database.apply(key));
        } catch (RuntimeException away) {
            asking.completeExceptionally(away);
        }
        return answerOf(asking);
    }

    void forget(K key) {
        answers.synchronous().invalidate(key);
    }

    void forgetAll() {
        answers.synchronous().invalidateAll();
    }

    private static <V> V answerOf(CompletableFuture<V> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException away ? away : failed;
        }
    }
}
