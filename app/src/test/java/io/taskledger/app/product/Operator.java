package io.taskledger.app.product;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/** An admin who deals with the read model of tasks over REST. */
public final class Operator {

    private static final String PATH = "/admin/projections/tasks";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Rest rest;

    public Operator(Rest admin) {
        this.rest = admin;
    }

    /** @return the rebuild's id */
    public String rebuild(Map<String, String> how) {
        return id(rest.post(PATH + "/rebuilds", how).expecting(202));
    }

    /** @return the id of the rebuild that only compares */
    public String verify() {
        return id(rest.post(PATH + "/verify", Map.of()).expecting(202));
    }

    /** @param order {@code pause}, {@code resume} or {@code cancel} */
    public void steer(String rebuild, String order) {
        rest.post(PATH + "/rebuilds/" + rebuild + "/" + order, Map.of()).expecting(200);
    }

    public JsonNode report(String rebuild) {
        return rest.get(PATH + "/rebuilds/" + rebuild).expecting(200).json();
    }

    public JsonNode awaitEnd(String rebuild) {
        return await(rebuild, report -> !report.path("ended_at").isNull(), report -> {});
    }

    /** @param watching is given what is seen on the way, twenty times a second */
    public JsonNode await(String rebuild, Predicate<JsonNode> wanted, Consumer<JsonNode> watching) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var report = report(rebuild);
        while (!wanted.test(report)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("still " + report);
            }
            watching.accept(report);
            LockSupport.parkNanos(LOOK.toNanos());
            report = report(rebuild);
        }
        return report;
    }

    private static String id(Rest.Answer answer) {
        return answer.json().path("id").asString();
    }
}
