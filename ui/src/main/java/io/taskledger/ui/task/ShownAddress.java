package io.taskledger.ui.task;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.ui.past.Then;

/** What a URL says of a list, in both directions. */
final class ShownAddress {

    private ShownAddress() {}

    static Shown read(Location location) {
        var told = location.getQueryParameters();
        var path = told.getSingleParameter("in").orElse(location.getFirstSegment());
        return new Shown(
                named(Shown.Which.values(), path, Shown.Which.TASKS),
                told.getSingleParameter("list").flatMap(ListId::parse).orElse(null),
                named(Shown.Status.values(), told.getSingleParameter("status").orElse(""), Shown.Status.OPEN),
                told.getSingleParameter("priority").flatMap(Priority::parse).orElse(null),
                told.getParameters("tag"),
                told.getSingleParameter("q").orElse(""),
                named(Shown.Order.values(), told.getSingleParameter("sort").orElse(""), Shown.Order.DUE),
                Then.of(told).orElse(null));
    }

    /** @param within whether the path does not say which list it is */
    static QueryParameters told(Shown shown, boolean within) {
        var told = new LinkedHashMap<String, String[]>();
        if (within && shown.which() != Shown.Which.TASKS) {
            told.put("in", one(shown.which().key()));
        }
        if (shown.list() != null) {
            told.put("list", one(shown.list().text()));
        }
        if (shown.status() != Shown.Status.OPEN) {
            told.put("status", one(shown.status().name().toLowerCase(Locale.ROOT)));
        }
        if (shown.priority() != null) {
            told.put("priority", one(shown.priority().text()));
        }
        if (!shown.tags().isEmpty()) {
            told.put("tag", shown.tags().toArray(String[]::new));
        }
        if (!shown.search().isBlank()) {
            told.put("q", one(shown.search()));
        }
        if (shown.order() != Shown.Order.DUE) {
            told.put("sort", one(shown.order().name().toLowerCase(Locale.ROOT)));
        }
        if (shown.then() != null) {
            told.put(shown.then().parameter(), one(shown.then().text()));
        }
        return QueryParameters.full(told);
    }

    private static String[] one(String value) {
        return new String[] {value};
    }

    private static <E extends Enum<E>> E named(E[] values, String text, E otherwise) {
        return Arrays.stream(values)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(otherwise);
    }
}
