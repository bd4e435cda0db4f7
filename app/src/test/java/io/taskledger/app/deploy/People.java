package io.taskledger.app.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.app.product.ManyTasks;
import io.taskledger.app.product.Rest;

import static org.assertj.core.api.Assertions.assertThat;

/** People who create, change and read tasks through a proxy and try nothing twice; whoever is refused is a failure. */
final class People implements AutoCloseable {

    /** Where each of them is at work at once. */
    private static final int PLACES = 2;

    /** So that the machine has something left for the nodes that start. */
    private static final long THINKING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int FAILURES_TO_TELL = 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final long began = System.nanoTime();
    private Duration time = Duration.ZERO;

    private People() {}

    static People at(Haproxy proxy, List<String> names) {
        var people = new People();
        for (var name : names) {
            var signedIn = proxy.rest().signIn(name, ManyTasks.PASSWORD);
            for (int place = 0; place < PLACES; place++) {
                people.workers.add(people.new Worker(signedIn));
            }
        }
        people.workers.forEach(people.threads::execute);
        return people;
    }

    int requests() {
        return requests.get();
    }

    Duration time() {
        return time;
    }

    List<String> failures() {
        return failures.stream().limit(FAILURES_TO_TELL).toList();
    }

    void awaitRequests(int wanted) {
        Fleet.await(() -> requests.get() >= wanted);
    }

    void stop() {
        over.set(true);
        threads.close();
        time = Duration.ofNanos(System.nanoTime() - began);
    }

    /** Each task that was acknowledged is there once, and none that was not asked for. */
    void requireAllThatWasAcknowledged() {
        for (var worker : workers) {
            assertThat(worker.written()).containsExactlyInAnyOrderElementsOf(worker.acknowledged);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** One of them: each round is a task that is created, read, changed, and looked for among all. */
    private final class Worker implements Runnable {

        private final Rest rest;
        private final String mark = UUID.randomUUID().toString();
        private final Set<String> acknowledged = new HashSet<>();

        private Worker(Rest rest) {
            this.rest = rest;
        }

        @Override
        public void run() {
            while (!over.get()) {
                try {
                    round();
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(Duration.ofNanos(System.nanoTime() - began) + " " + failure);
                }
            }
        }

        private void round() {
            var title = mark + " " + acknowledged.size();
            var created = rest.post("/tasks", Map.of("title", title, "tags", List.of(mark)));
            requests.incrementAndGet();
            created.expecting(201);
            acknowledged.add(title);
            var id = created.json().get("id").asString();
            read("/tasks/" + id, created.position());
            var changed = rest.patch("/tasks/" + id, Map.of("completed", true));
            requests.incrementAndGet();
            var told = read("/tasks/" + id, changed.expecting(200).position());
            assertThat(told.json().get("completed").asBoolean()).isTrue();
            read("/tasks?limit=20", "");
            read("/activity/tasks/" + id, changed.position());
        }

        private Rest.Answer read(String path, String position) {
            LockSupport.parkNanos(THINKING_NANOS);
            var answer = position.isEmpty() ? rest.get(path) : rest.get(path, position);
            requests.incrementAndGet();
            return answer.expecting(200);
        }

        private List<String> written() {
            return rest.titles("&tags=" + mark);
        }
    }
}
