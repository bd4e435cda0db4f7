package io.taskledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Many who do something at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** What comes of each, in the order given. */
    public static <T> List<T> atOnce(List<Callable<T>> doings) throws Exception {
        var start = new CyclicBarrier(doings.size());
        var waiting = doings.stream()
                .map(doing -> (Callable<T>) () -> {
                    start.await();
                    return doing.call();
                })
                .toList();
        var answers = new ArrayList<T>();
        try (var crowd = Executors.newFixedThreadPool(doings.size())) {
            for (var answer : crowd.invokeAll(waiting)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
