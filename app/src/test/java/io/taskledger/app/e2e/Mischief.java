package io.taskledger.app.e2e;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the server about everything that it listens to on a page, and on those that come of that, with what no page of ours
 * would send: another's ids, and another text in every field.
 */
final class Mischief {

    /** What is written into everything that takes a text. */
    static final String TEXT = "weasel";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of the server's messages: what a node is, and what is listened to on it. */
    private static final int ATTRIBUTES = 3;

    private static final int LISTENERS = 4;
    private static final int MOST = 150;

    /** Would end it too early. */
    private static final Set<String> LEFT_ALONE = Set.of("sign-out");

    private final BareBrowser browser;
    private final Map<String, String> forged;
    private final Map<String, JsonNode> expressions = new HashMap<>();
    private final Map<Integer, String> testIds = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<Heard> waiting = new ArrayDeque<>();
    private int calls;

    private record Heard(int node, String event, JsonNode data) {}

    /** @param forged what is sent for each of the things that the page's own scripts tell of an event, by its last name */
    Mischief(BareBrowser browser, Map<String, String> forged) {
        this.browser = browser;
        this.forged = forged;
    }

    /**
     * @param told of the page, as it was opened
     * @return how many calls were made
     */
    int on(String told) {
        return on(told, _ -> true);
    }

    /** The same with some of the events alone. */
    int on(String told, Predicate<String> events) {
        learn(told);
        while (!waiting.isEmpty() && calls < MOST) {
            var next = waiting.poll();
            if (events.test(next.event)
                    && done.add(next.node + next.event)
                    && !LEFT_ALONE.contains(testIds.getOrDefault(next.node, ""))) {
                calls++;
                learn(call(next));
            }
        }
        return calls;
    }

    private String call(Heard heard) {
        var data = JSON.createObjectNode();
        var typed = new ArrayList<ObjectNode>();
        for (var one : heard.data.propertyNames()) {
            if (one.startsWith("}")) {
                typed.add(BareBrowser.typed(heard.node, one.substring(1), TEXT));
            } else {
                put(data, one);
            }
        }
        typed.add(BareBrowser.event(heard.node, heard.event, data));
        return browser.send(typed.toArray(ObjectNode[]::new));
    }

    private void put(ObjectNode data, String expression) {
        var name = expression.substring(expression.lastIndexOf('.') + 1);
        if (forged.containsKey(name)) {
            data.put(expression, forged.get(name));
        } else if (name.endsWith("Key") || name.equals("keyboard")) {
            data.put(expression, false);
        } else if (name.matches("(client|screen)[XY]|button") || expression.equals("event.detail") && data.size() > 0) {
            data.put(expression, 1);
        } else {
            data.put(expression, TEXT);
        }
    }

    private void learn(String told) {
        if (!told.startsWith("{")) {
            return;
        }
        var answer = JSON.readTree(told);
        answer.path("constants").properties().forEach(one -> expressions.put(one.getKey(), one.getValue()));
        for (var change : answer.path("changes")) {
            var node = change.path("node").asInt();
            var key = change.path("key").asString("");
            if (change.path("feat").asInt(-1) == ATTRIBUTES && key.equals("data-testid")) {
                testIds.put(node, change.path("value").asString(""));
            } else if (change.path("feat").asInt(-1) == LISTENERS
                    && change.path("type").asString("").equals("put")) {
                var data = expressions.getOrDefault(change.path("value").asString(""), JSON.createObjectNode());
                waiting.add(new Heard(node, key, data));
            }
        }
    }
}
