package io.taskledger.messages.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail goes to.
 *
 * @param email as the person wrote it
 * @param displayName null where only the username is to be shown
 * @param zone of the tz database; null for UTC
 * @param language as BCP 47 has it; null for English
 */
public record MailRecipient(
        UserId userId,
        String username,
        String email,
        boolean emailVerified,
        @Nullable String displayName,
        @Nullable String zone,
        @Nullable String language,
        Preferences preferences) {

    /** How to speak of them. */
    public String name() {
        return displayName == null ? username : displayName;
    }

    public Locale locale() {
        return language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    /** Whether a mail of this kind may be sent to the address at all. */
    public boolean wants(MailKind kind) {
        return emailVerified && preferences.want(kind);
    }

    /**
     * From when on a mail may go out: {@code now}, or the end of the quiet hours that it falls into. A quiet time of a
     * whole day ends once a day: then goes what was there before.
     *
     * @param filed since when the mail has been waiting
     */
    public Instant reachableFrom(Instant filed, Instant now) {
        var quiet = preferences.quiet();
        var there = now.atZone(zoneId());
        if (quiet == null || !quiet.include(there.toLocalTime())) {
            return now;
        }
        var today = there.with(quiet.to());
        var next = today.isAfter(there) ? today : there.plusDays(1).with(quiet.to());
        var wholeDay = quiet.from().equals(quiet.to());
        return wholeDay && filed.isBefore(next.minusDays(1).toInstant()) ? now : next.toInstant();
    }

    private ZoneId zoneId() {
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}
