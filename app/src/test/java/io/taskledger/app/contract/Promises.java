package io.taskledger.app.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.taskledger.app.contract.Wire.Heard;
import tools.jackson.databind.JsonNode;

/** What every answer of the API keeps to, whatever was asked. */
final class Promises {

    private static final Pattern INTERNALS = Pattern.compile(
            "org\\.(springframework|axonframework|postgresql|hibernate|apache)|io\\.taskledger|tools\\.jackson"
                    + "|com\\.fasterxml|jakarta?\\.|\\bjava\\.(lang|util|io|time|net)|\\bat [\\w.$]+\\([\\w]+\\.java"
                    + "|Exception\\b|SQLSTATE|SQLState|PreparedStatement|violates|_pkey\\b|_fkey\\b|_v\\d+\\."
                    + "|\\b(select|insert|update|delete)\\s.*\\b(from|into|set)\\s+\\w+\\.\\w+",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> MEMBERS = List.of("type", "title", "detail", "instance", "error", "message");

    /** What is answered before an address is looked up, so that no operation can tell of it. */
    private static final Set<Integer> AT_THE_DOOR = Set.of(307, 400, 404, 405);

    private Promises() {}

    /** @return what an answer breaks; nothing where it is as it should be */
    static List<String> broken(Operation operation, boolean oddAddress, Heard heard) {
        var broken = new ArrayList<String>();
        if (heard.status() >= 500) {
            broken.add("a fault of the server");
        }
        var leak = INTERNALS.matcher(heard.body());
        if (leak.find()) {
            broken.add("tells of the inside: " + leak.group());
        }
        var door = oddAddress && AT_THE_DOOR.contains(heard.status());
        if (!door && !operation.statuses().contains(Integer.toString(heard.status()))) {
            broken.add(heard.status() + " is not in the OpenAPI document: add it to @Refuses, or an @ApiResponse, of "
                    + operation.id());
        }
        if (heard.status() >= 400) {
            problem(operation, door, heard, broken);
        }
        return broken;
    }

    private static void problem(Operation operation, boolean door, Heard heard, List<String> broken) {
        if (!heard.header("content-type").startsWith("application/problem+json")) {
            broken.add("no problem but " + heard.header("content-type"));
            return;
        }
        var problem = heard.json();
        if (!MEMBERS.stream().allMatch(name -> problem.path(name).isString())
                || problem.path("status").asInt() != heard.status()
                || !problem.path("type").asString().startsWith("/problems/")) {
            broken.add("not a problem of the contract's shape");
            return;
        }
        if (heard.status() == 422 && !isReasoned(problem)) {
            broken.add("does not say where and what is invalid");
        }
        var type = problem.path("type").asString().substring("/problems/".length());
        var known = operation.problems(heard.status());
        if (!door && !known.contains(type)) {
            broken.add("the OpenAPI document knows " + known + " for " + heard.status() + " of " + operation.id()
                    + " but not " + type + ": add it to its @Refuses");
        }
    }

    private static boolean isReasoned(JsonNode problem) {
        var errors = problem.path("errors");
        return problem.path("type").asString().equals("/problems/key-reused")
                || !errors.isEmpty()
                        && errors.valueStream()
                                .allMatch(one -> one.path("loc").isArray()
                                        && one.path("msg").isString()
                                        && one.path("type").isString());
    }
}
