package io.taskledger.bench.product;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.taskledger.messages.Page;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;

/**
 * People who look at their first 50 tasks and how many there are, again and again, while nobody changes anything: every
 * answer must be the same as the first.
 */
public final class Readers implements AutoCloseable {

    private static final int PEOPLE = 4;

    private final Node node;
    private final UserId person;
    private final Page<TaskDetails> first;
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final List<Future<?>> reading = new ArrayList<>();
    private final ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wrong = new AtomicInteger();
    private volatile boolean over;

    public Readers(Node node, UserId person) {
        this.node = node;
        this.person = person;
        first = look();
        for (int reader = 0; reader < PEOPLE; reader++) {
            reading.add(threads.submit(this::lookOn));
        }
    }

    private Page<TaskDetails> look() {
        var question = new ListTasks(TaskFilter.everything(), TaskSort.by(TaskSort.Field.CREATED_AT), 0, 50);
        return node.ask(person, question, RunOf.page(TaskDetails.class));
    }

    private void lookOn() {
        while (!over) {
            long began = System.nanoTime();
            if (!look().equals(first)) {
                wrong.incrementAndGet();
            }
            milliseconds.add((System.nanoTime() - began) / 1e6);
        }
    }

    /** What the reads took since this was asked last. */
    public List<Double> takeMilliseconds() {
        var taken = new ArrayList<Double>();
        for (var one = milliseconds.poll(); one != null; one = milliseconds.poll()) {
            taken.add(one);
        }
        return taken;
    }

    /** Ends the reading; how many answers were not as the first one. A read that failed is thrown. */
    public int wrongAnswers() throws Exception {
        over = true;
        for (var one : reading) {
            one.get();
        }
        return wrong.get();
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
