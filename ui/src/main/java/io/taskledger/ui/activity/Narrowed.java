package io.taskledger.ui.activity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;

import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.activity.ActivityFilter;
import org.jspecify.annotations.Nullable;

/**
 * What of the log is wanted, as an address says it; empty texts and null dates do not narrow.
 *
 * @param kind of what it was done to: {@code task}
 * @param action in the past tense: {@code created}
 * @param person a username
 * @param to included
 */
record Narrowed(
        String kind,
        String action,
        String person,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final Narrowed NOT = new Narrowed("", "", "", null, null);

    /** What cannot be understood is left out. */
    static Narrowed of(QueryParameters told) {
        return new Narrowed(
                told.getSingleParameter("kind")
                        .filter(ActivityKinds.ALL::containsKey)
                        .orElse(""),
                told.getSingleParameter("action")
                        .filter(ActivityKinds.ACTIONS::contains)
                        .orElse(""),
                told.getSingleParameter("person").orElse(""),
                day(told.getSingleParameter("from")),
                day(told.getSingleParameter("to")));
    }

    QueryParameters parameters() {
        var told = new LinkedHashMap<String, String>();
        told.put("kind", kind);
        told.put("action", action);
        told.put("person", person);
        told.put("from", from == null ? "" : from.toString());
        told.put("to", to == null ? "" : to.toString());
        told.values().removeIf(String::isEmpty);
        return QueryParameters.simple(told);
    }

    /** @param zone where the reader's days begin */
    ActivityFilter filter(ZoneId zone) {
        return new ActivityFilter(
                nonEmpty(kind),
                nonEmpty(action),
                nonEmpty(person.strip()),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null
                        ? null
                        : to.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000));
    }

    boolean isNot() {
        return equals(NOT);
    }

    private static @Nullable String nonEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
