package io.taskledger.messages.projection;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a projection, and the stream of what was done to it. Text: {@code projection-} and its name. */
public record ProjectionId(@JsonValue String text) {

    private static final String PREFIX = "projection-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-z]{1,40}");

    public ProjectionId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the id of a projection");
        }
    }

    /** @throws IllegalArgumentException for a name that no projection could have; 1 to 40 small letters */
    public static ProjectionId named(String name) {
        return new ProjectionId(PREFIX + name);
    }

    /** Empty where no projection could be called so; whether one is, the answer to the message tells. */
    public static Optional<ProjectionId> parseName(String name) {
        return FORM.matcher(PREFIX + name).matches() ? Optional.of(named(name)) : Optional.empty();
    }

    @JsonCreator
    static ProjectionId stored(String text) {
        return new ProjectionId(text);
    }

    /** What people call it, such as {@code tasks}. */
    public String name() {
        return text.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
