package io.taskledger.query.rebuild;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

import io.taskledger.query.projection.FailureText;

/** Does several things at a time and waits for all of them. When one fails, the others are interrupted. */
final class SideBySide {

    private SideBySide() {}

    /** What a thread does. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** @throws RuntimeException the one that failed first */
    static void run(List<? extends Work> all) {
        if (all.isEmpty()) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(
                all.size(), Thread.ofPlatform().name("rebuild-", 0).daemon().factory())) {
            var running = new ExecutorCompletionService<Void>(threads);
            for (var work : all) {
                running.submit(() -> {
                    work.run();
                    return null;
                });
            }
            try {
                for (int left = all.size(); left > 0; left--) {
                    try {
                        running.take().get();
                    } catch (ExecutionException e) {
                        threads.shutdownNow();
                        throw failure(ofItself(e, running, left - 1));
                    }
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new Course.TakenOver();
            }
        }
    }

    /** Who was only asked to end may have ended before the one on whose account. */
    private static ExecutionException ofItself(ExecutionException first, CompletionService<Void> running, int left)
            throws InterruptedException {
        var failure = first;
        for (int others = left; others > 0 && failure.getCause() instanceof InterruptedException; others--) {
            try {
                running.take().get();
            } catch (ExecutionException next) {
                failure = next;
            }
        }
        return failure;
    }

    private static RuntimeException failure(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException known
                ? known
                : new RebuildFailed("A part could not be done: " + FailureText.of(failed), failed);
    }
}
