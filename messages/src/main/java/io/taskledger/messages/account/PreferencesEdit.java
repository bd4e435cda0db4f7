package io.taskledger.messages.account;

import java.util.Map;
import java.util.stream.Stream;

import io.taskledger.messages.SetTo;
import org.jspecify.annotations.Nullable;

/**
 * New values for some of somebody's preferences; what is null or absent stays.
 *
 * @param kinds whether each is wanted from now on
 */
public record PreferencesEdit(
        @Nullable Boolean mail,
        Map<MailKind, Boolean> kinds,
        @Nullable SetTo<@Nullable QuietHours> quiet) {

    public PreferencesEdit {
        kinds = Map.copyOf(kinds);
    }

    /** @param value null for no quiet hours */
    public PreferencesEdit quiet(@Nullable QuietHours value) {
        return new PreferencesEdit(mail, kinds, new SetTo<>(value));
    }

    /** The preferences as they are after the edit. */
    public Preferences of(Preferences before) {
        return new Preferences(
                mail == null ? before.mail() : mail,
                Stream.of(MailKind.values())
                        .filter(kind -> kinds.getOrDefault(kind, before.kinds().contains(kind)))
                        .toList(),
                quiet == null ? before.quiet() : quiet.value());
    }
}
