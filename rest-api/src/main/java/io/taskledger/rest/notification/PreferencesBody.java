package io.taskledger.rest.notification;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.PreferencesEdit;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import org.jspecify.annotations.Nullable;

/** Reads a change of preferences. Clients send back all that they were told: what is not theirs to change is ignored. */
final class PreferencesBody {

    private final Given<Boolean> mail;
    private final Map<MailKind, Boolean> kinds = new EnumMap<>(MailKind.class);
    private final Given<LocalTime> from;
    private final Given<LocalTime> to;
    private final Given<String> zone;

    PreferencesBody(JsonBody body) {
        mail = body.optional("email_enabled", Kinds.FLAG);
        for (var kind : MailKind.values()) {
            var wanted = body.optional(kind.stored(), Kinds.FLAG);
            if (wanted.orNull() != null) {
                kinds.put(kind, wanted.orNull());
            }
        }
        from = body.nullable("quiet_from", Kinds.TIME);
        to = body.nullable("quiet_to", Kinds.TIME);
        zone = body.nullable("time_zone", Kinds.TEXT);
        body.enforce();
    }

    /** What it asks for; empty where it asks for nothing. */
    List<AccountCommand> commands(UserId userId, OwnPreferences before) {
        var edit = new PreferencesEdit(mail.orNull(), kinds, null);
        var quiet = from.sent() || to.sent();
        edit = quiet ? edit.quiet(quiet(before.preferences().quiet())) : edit;
        Optional<AccountCommand> preferences = mail.sent() || !kinds.isEmpty() || quiet
                ? Optional.of(new ChangePreferences(userId, edit))
                : Optional.empty();
        Optional<AccountCommand> profile =
                zone.sent() ? Optional.of(EditProfile.nothing(userId).zone(zone.orNull())) : Optional.empty();
        return List.of(profile, preferences).stream().flatMap(Optional::stream).toList();
    }

    private @Nullable QuietHours quiet(@Nullable QuietHours before) {
        var begin = from.sent() || before == null ? from.orNull() : before.from();
        var end = to.sent() || before == null ? to.orNull() : before.to();
        if ((begin == null) != (end == null)) {
            throw new InvalidInput(new InputProblem(
                    List.of("body", begin == null ? "quiet_from" : "quiet_to"),
                    "quiet_from and quiet_to come together",
                    "missing"));
        }
        return begin == null || end == null ? null : new QuietHours(begin, end);
    }
}
