package io.taskledger.ui.activity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.ui.task.Desk;

/** Tells what was done. */
public class ActivitySentences {

    /** What an entry is about is called by the first of these that it tells. */
    private static final List<String> NAMES =
            List.of("filename", "task_title", "title", "name", "email", "invited_username", "username", "tag");

    private final Desk desk;

    public ActivitySentences(Desk desk) {
        this.desk = desk;
    }

    public String of(Activity entry) {
        var key = "activity." + entry.resourceType() + "." + entry.action();
        var said = desk.say(key, who(entry), what(entry), whom(entry));
        var fields = fields(entry);
        return fields.isEmpty() ? said : desk.say("activity.fields", said, String.join(", ", fields));
    }

    /** Of many: what was done to how many, where that is the same for all. */
    String of(List<Activity> set) {
        var first = set.getFirst();
        if (first.via() == Via.IMPORT && set.stream().anyMatch(one -> one.taskId() != null)) {
            return desk.say("activity.import", counted(set));
        }
        if (set.stream()
                .anyMatch(one -> !one.action().equals(first.action())
                        || !one.resourceType().equals(first.resourceType()))) {
            return desk.say("activity.bulk", who(first), counted(set));
        }
        return desk.say(
                "activity.set." + first.action(),
                who(first),
                set.size(),
                desk.say("activity.many." + first.resourceType()));
    }

    /** "41 tasks, 12 files": each counted once; of what comes along with tasks, such as lists, nothing. */
    private String counted(List<Activity> set) {
        var things = new LinkedHashMap<String, Set<String>>();
        set.stream()
                .filter(one -> one.taskId() != null)
                .forEach(one -> things.computeIfAbsent(one.resourceType(), _ -> new HashSet<>())
                        .add(one.resourceId()));
        return things.entrySet().stream()
                .map(one -> desk.say(
                        "activity.counted." + one.getKey(), one.getValue().size()))
                .collect(Collectors.joining(", "));
    }

    String who(Activity entry) {
        if (entry.actor() == null) {
            return desk.say("history.system");
        }
        if (entry.actor().equals(desk.me())) {
            return desk.say("history.you");
        }
        return Optional.ofNullable(entry.actorName()).orElseGet(() -> desk.say("history.somebody"));
    }

    Optional<String> via(Activity entry) {
        return Optional.ofNullable(entry.via())
                .filter(via -> via != Via.SYSTEM)
                .map(via ->
                        desk.say("via." + via.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private String what(Activity entry) {
        return NAMES.stream()
                .flatMap(name -> Optional.ofNullable(entry.details().get(name)).stream())
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    private String whom(Activity entry) {
        return Stream.of("shared_with_username", "unshared_username", "member_username")
                .flatMap(name -> Optional.ofNullable(entry.details().get(name)).stream())
                .map(String::valueOf)
                .findFirst()
                .orElseGet(() -> desk.say("history.somebody"));
    }

    /** Which fields got new values, for what has a word. */
    private List<String> fields(Activity entry) {
        return entry.resourceType().equals("task") && entry.details().get("changed_fields") instanceof List<?> fields
                ? fields.stream()
                        .map(String::valueOf)
                        .filter(ActivityFields.WORDED::contains)
                        .map(field -> desk.say("activity.field." + field))
                        .toList()
                : List.of();
    }
}
