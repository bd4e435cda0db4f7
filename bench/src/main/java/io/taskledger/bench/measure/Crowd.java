package io.taskledger.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Clients at work at the same time, a thread each. */
public final class Crowd implements AutoCloseable {

    private final List<Client> clients;

    private Crowd(List<Client> clients) {
        this.clients = clients;
    }

    public static Crowd of(int size, Supplier<? extends Client> next) {
        return new Crowd(Stream.<Client>generate(next).limit(size).toList());
    }

    /** How often all of them together acted in a second, over so long. The first failure ends it and is thrown. */
    public double perSecond(Duration time) throws Exception {
        var start = new CyclicBarrier(clients.size());
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("client-", 0).factory())) {
            var work = new ArrayList<Callable<Double>>();
            for (var client : clients) {
                work.add(() -> {
                    start.await();
                    return perSecond(client, time);
                });
            }
            double sum = 0;
            for (var done : threads.invokeAll(work)) {
                sum += done.get();
            }
            return sum;
        }
    }

    private static double perSecond(Client client, Duration time) throws Exception {
        long began = System.nanoTime();
        long actions = 0;
        long passed;
        do {
            client.act();
            actions++;
            passed = System.nanoTime() - began;
        } while (passed < time.toNanos());
        return actions * 1e9 / passed;
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }
}
