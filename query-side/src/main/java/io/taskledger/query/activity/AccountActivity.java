package io.taskledger.query.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.Changed;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.NotificationRead;
import io.taskledger.messages.account.AccountEvent.NotificationsRead;
import io.taskledger.messages.account.AccountEvent.PasswordChanged;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountEvent.WorkspaceJoined;
import io.taskledger.messages.account.AccountEvent.WorkspaceLeft;
import io.taskledger.messages.account.Preferences;
import io.taskledger.query.activity.ActivityEntity.Deed;
import io.taskledger.query.activity.ActivityEntity.Scope;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import org.jspecify.annotations.Nullable;

/** What was done to accounts: an entry each. Where nobody was signed in yet, it was the account's own person. */
final class AccountActivity {

    private final Rows<ActivityEntity> entries;
    private final Rows<ErasedPersonEntity> erased;

    AccountActivity(Tables tables) {
        this.entries = tables.rows(ActivityEntity.FORM);
        this.erased = tables.rows(ErasedPersonEntity.FORM);
    }

    void on(AccountEvent event, Occurrence occurrence) {
        var person = event.userId().text();
        var own = occurrence.byDefault(person);
        switch (event) {
            case UserRegistered registered ->
                add(
                        new Deed("created", "account", person),
                        Details.none().with("username", registered.username()).with("email", registered.email()),
                        own);
            case SessionStarted started ->
                add(
                        new Deed("signed_in", "session", started.sessionId().text()),
                        Details.none().with("via", started.via()).with("until", started.until()),
                        own);
            case SessionEnded ended ->
                add(new Deed("signed_out", "session", ended.sessionId().text()), Details.none(), own);
            case InstanceAdminGranted _ ->
                update(person, Map.of("instance_admin", new Changed<>(false, true)), occurrence);
            case EmailVerified verified ->
                add(new Deed("verified", "account", person), Details.none().with("email", verified.email()), own);
            case EmailChanged changed -> update(person, Map.of("email", changed.email()), own);
            // There are no values to tell.
            case PasswordChanged _ ->
                update(person, Map.of("password", new Changed<@Nullable String>(null, null)), own);
            case ProfileEdited edited -> update(person, changes(edited), own);
            case PictureSet set -> update(person, Map.of("avatar", set.sha256()), own);
            case PreferencesChanged changed ->
                add(
                        new Deed("updated", "preferences", person),
                        Details.changed(changes(
                                changed.preferences().from(),
                                changed.preferences().to())),
                        own);
            case TagColoured coloured ->
                add(
                        new Deed("updated", "account", person),
                        Details.none().with("tag", coloured.tag()).withChanges(Map.of("tag_colour", coloured.colour())),
                        own);
            // Told by the workspace.
            case WorkspaceJoined _, WorkspaceLeft _ -> {}
            // Reading changes nothing that could be told.
            case NotificationRead _, NotificationsRead _ -> {}
            case AccountDeleted deleted -> {
                add(new Deed("deleted", "account", person), Details.none(), own);
                if (erased.find(person).isEmpty()) {
                    erased.add(new ErasedPersonEntity(deleted.userId()));
                }
            }
        }
    }

    private void update(String person, Map<String, Changed<?>> changes, Occurrence occurrence) {
        add(new Deed("updated", "account", person), Details.changed(changes), occurrence);
    }

    private void add(Deed deed, Details details, Occurrence occurrence) {
        if (entries.find(occurrence.eventId()).isEmpty()) {
            var person = occurrence.stream();
            entries.add(new ActivityEntity(occurrence, new Scope(person, person, null, null), deed, details.json()));
        }
    }

    private static Map<String, Changed<?>> changes(ProfileEdited event) {
        var changes = new LinkedHashMap<String, Changed<?>>();
        put(changes, "display_name", event.displayName());
        put(changes, "time_zone", event.zone());
        put(changes, "language", event.language());
        return changes;
    }

    private static void put(Map<String, Changed<?>> changes, String field, @Nullable Changed<?> change) {
        if (change != null) {
            changes.put(field, change);
        }
    }

    private static Map<String, Changed<?>> changes(Preferences before, Preferences after) {
        var changes = new LinkedHashMap<String, Changed<?>>();
        changes.put("email_enabled", new Changed<>(before.mail(), after.mail()));
        changes.put("mails", new Changed<>(before.kinds(), after.kinds()));
        changes.put("quiet_hours", new Changed<@Nullable Object>(before.quiet(), after.quiet()));
        changes.values().removeIf(change -> Objects.equals(change.from(), change.to()));
        return changes;
    }
}
