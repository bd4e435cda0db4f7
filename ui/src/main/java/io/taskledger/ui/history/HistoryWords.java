package io.taskledger.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.Priority;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/**
 * People, ways and values of the past, in the reader's words.
 *
 * @param own whoever reads is "You"
 */
public record HistoryWords(Reader reader, Optional<UserId> own) {

    /** @param id null where the system acted, or somebody of an imported file */
    public String who(@Nullable String id, @Nullable String name) {
        if (id == null) {
            return name == null ? reader.say("history.system") : name;
        }
        if (own.map(UserId::text).filter(id::equals).isPresent()) {
            return reader.say("history.you");
        }
        return name == null ? reader.say("history.somebody") : name;
    }

    /** Within a sentence: "you". */
    public String by(@Nullable UserId id, @Nullable String name) {
        return id != null && own.filter(id::equals).isPresent() ? reader.say("who.you") : who(id, name);
    }

    String who(@Nullable UserId id, @Nullable String name) {
        return who(id == null ? null : id.text(), name);
    }

    /** Through what it was done; empty where nobody says, and where its actor says it already. */
    Optional<String> via(@Nullable Via via) {
        return Optional.ofNullable(via)
                .filter(one -> one != Via.SYSTEM)
                .map(one ->
                        reader.say("via." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** "Nov 3, 2:05 PM", with the year where it is another. */
    String moment(Instant at) {
        var time = at.atZone(reader.zone());
        var calendar = new Calendar(reader);
        return reader.say(
                "day.with-time", calendar.lasting(time.toLocalDate()), calendar.clockTime(time.toLocalTime()));
    }

    public String field(String field) {
        return reader.say("activity.field." + field);
    }

    /** What a field has, as one would say it; "nothing" where it is empty. */
    public String value(@Nullable Object value) {
        var calendar = new Calendar(reader);
        return switch (value) {
            case Priority priority -> reader.say("priority." + priority.text() + ".short");
            case LocalDate date -> calendar.lasting(date);
            case LocalTime time -> calendar.clockTime(time);
            case Boolean done -> reader.say(done ? "earlier.done" : "earlier.open");
            case List<?> many
            when !many.isEmpty() ->
                String.join(", ", many.stream().map(String::valueOf).toList());
            case String text when !text.isBlank() -> text;
            case null, default -> reader.say("earlier.nothing");
        };
    }

    boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case List<?> many -> many.isEmpty();
            case String text -> text.isBlank();
            default -> false;
        };
    }
}
