package io.taskledger.query.activity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.account.UserNames;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes answers of entries: names of people as they are now, and without what people wrote whose account was deleted,
 * even before a rebuild has taken it out of the rows.
 */
@Component
class Telling {

    /** Where the id of a person is told, and where their name. */
    private static final Map<String, String> NAMES = Map.of(
            "shared_with_user_id", "shared_with_username",
            "unshared_user_id", "unshared_username",
            "invited_user_id", "invited_username",
            "member_id", "member_username");

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final UserNames names;

    Telling(JdbcClient jdbc, LiveVersions live, UserNames names) {
        this.jdbc = jdbc;
        this.live = live;
        this.names = names;
    }

    List<Activity> of(List<RecordedEntry> entries) {
        var details =
                entries.stream().map(one -> Details.read(one.entry().details())).toList();
        var erased = erased(entries);
        var called = names.of(people(entries, details));
        return IntStream.range(0, entries.size())
                .mapToObj(index -> activity(entries.get(index), details.get(index), called, erased))
                .toList();
    }

    private static Activity activity(
            RecordedEntry recorded,
            Map<String, @Nullable Object> details,
            Map<String, String> called,
            Set<String> erased) {
        var entry = recorded.entry();
        NAMES.forEach((id, name) -> {
            if (details.containsKey(name)) {
                details.put(name, called.get(String.valueOf(details.get(id))));
            }
        });
        Erasing.from(details, erased.contains(entry.subject()), erased.contains(entry.titleSubject()));
        var account = entry.actor() == null ? null : called.get(entry.actor());
        var imported = entry.importedActor() != null;
        return new Activity(
                entry.id(),
                entry.position(),
                imported || entry.actor() == null
                        ? null
                        : UserId.parse(entry.actor()).orElse(null),
                // What was imported goes with the account that did it.
                imported && account != null ? entry.importedActor() : account,
                entry.via() == null ? null : Via.ofStored(entry.via()),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                entry.taskId() == null ? null : new TaskId(entry.taskId()),
                details,
                entry.happenedAt(),
                recorded.recordedAt(),
                entry.actionId() == null
                        ? null
                        : ActionId.parse(entry.actionId()).orElse(null));
    }

    private static Collection<String> people(List<RecordedEntry> entries, List<Map<String, @Nullable Object>> details) {
        var people = new HashSet<String>();
        entries.forEach(one -> {
            if (one.entry().actor() != null) {
                people.add(one.entry().actor());
            }
        });
        details.forEach(one -> NAMES.keySet().stream()
                .map(one::get)
                .filter(Objects::nonNull)
                .forEach(id -> people.add(id.toString())));
        return people;
    }

    private Set<String> erased(List<RecordedEntry> entries) {
        var subjects = entries.stream()
                .flatMap(one -> Stream.of(
                        Objects.requireNonNullElse(one.entry().subject(), ""),
                        Objects.requireNonNullElse(one.entry().titleSubject(), "")))
                .filter(subject -> !subject.isEmpty())
                .collect(Collectors.toSet());
        if (subjects.isEmpty()) {
            return Set.of();
        }
        var found = jdbc.sql("select id from %s.erased where id in (:subjects)"
                        .formatted(live.of(Projection.ACTIVITY).schema()))
                .param("subjects", subjects)
                .query(String.class)
                .list();
        // Asked for null too, where an entry has no subject.
        return new HashSet<>(found);
    }
}
