package io.taskledger.messages.account;

import java.time.ZoneId;
import java.util.Set;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskRules;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What people say of themselves, and how they want to be treated. A null component leaves its field alone. */
public sealed interface ProfileCommand extends AccountCommand {

    /**
     * @param displayName at most 100 characters; null in it for none, so that the username is shown
     * @param zone of the tz database, such as {@code Europe/Vienna}; null in it for the browser's
     * @param language one of {@link #LANGUAGES}; null in it for the browser's
     */
    record EditProfile(
            @TargetAggregateIdentifier UserId userId,
            @Nullable SetTo<@Nullable String> displayName,
            @Nullable SetTo<@Nullable String> zone,
            @Nullable SetTo<@Nullable String> language)
            implements ProfileCommand {

        /** Those that the product speaks, as BCP 47 has them. */
        public static final Set<String> LANGUAGES = Set.of("de", "en");

        public EditProfile {
            var rules = new FieldRules();
            if (displayName != null && displayName.value() != null) {
                displayName = new SetTo<>(Trimmed.of(displayName.value()));
                rules.length("display_name", displayName.value(), 1, AccountRules.DISPLAY_NAME_LIMIT);
            }
            known(rules, "time_zone", zone, ZoneId.getAvailableZoneIds());
            known(rules, "language", language, LANGUAGES);
            rules.enforce();
        }

        public static EditProfile nothing(UserId userId) {
            return new EditProfile(userId, null, null, null);
        }

        public EditProfile displayName(@Nullable String value) {
            return new EditProfile(userId, new SetTo<>(value), zone, language);
        }

        public EditProfile zone(@Nullable String value) {
            return new EditProfile(userId, displayName, new SetTo<>(value), language);
        }

        public EditProfile language(@Nullable String value) {
            return new EditProfile(userId, displayName, zone, new SetTo<>(value));
        }

        private static void known(
                FieldRules rules, String field, @Nullable SetTo<@Nullable String> wanted, Set<String> names) {
            if (wanted != null && wanted.value() != null) {
                rules.matches(field, wanted.value(), names::contains, Kind.UNKNOWN);
            }
        }
    }

    /** @param sha256 digest of a picture in the store, 64 hexadecimal digits; null for none */
    record SetPicture(
            @TargetAggregateIdentifier UserId userId,
            @Nullable String sha256) implements ProfileCommand {

        public SetPicture {
            if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no digest");
            }
        }
    }

    record ChangePreferences(@TargetAggregateIdentifier UserId userId, PreferencesEdit edit)
            implements ProfileCommand {}

    /** @param colour of the palette, 0 to 11; null for none */
    record ColourTag(
            @TargetAggregateIdentifier UserId userId,
            String tag,
            @Nullable Integer colour) implements ProfileCommand {

        public static final int COLOURS = 12;

        public ColourTag {
            new FieldRules()
                    .length("tag", tag, 1, TaskRules.TAG_LIMIT)
                    .must(colour == null || (colour >= 0 && colour < COLOURS), "colour", Kind.OUT_OF_RANGE, COLOURS - 1)
                    .enforce();
        }
    }
}
