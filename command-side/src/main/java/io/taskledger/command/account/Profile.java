package io.taskledger.command.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** What an account's person says of themselves: kept since each event tells the old value with the new one. */
final class Profile {

    private @Nullable String displayName;
    private @Nullable String zone;
    private @Nullable String language;
    private @Nullable String picture;
    private Preferences preferences = Preferences.atFirst();
    private final Map<String, Integer> colours = new HashMap<>();

    @CommandHandler
    void handle(EditProfile command, Actor actor) {
        var event = new ProfileEdited(
                command.userId(),
                changed(displayName, command.displayName()),
                changed(zone, command.zone()),
                changed(language, command.language()));
        if (event.displayName() != null || event.zone() != null || event.language() != null) {
            apply(event);
        }
    }

    @CommandHandler
    void handle(SetPicture command, Actor actor) {
        if (!Objects.equals(picture, command.sha256())) {
            apply(new PictureSet(command.userId(), new Changed<>(picture, command.sha256())));
        }
    }

    @CommandHandler
    void handle(ChangePreferences command, Actor actor) {
        var wanted = command.edit().of(preferences);
        if (!wanted.equals(preferences)) {
            apply(new PreferencesChanged(command.userId(), new Changed<>(preferences, wanted)));
        }
    }

    @CommandHandler
    void handle(ColourTag command, Actor actor) {
        var now = colours.get(command.tag());
        if (!Objects.equals(now, command.colour())) {
            apply(new TagColoured(command.userId(), command.tag(), new Changed<>(now, command.colour())));
        }
    }

    @EventSourcingHandler
    void on(ProfileEdited event) {
        displayName = to(event.displayName(), displayName);
        zone = to(event.zone(), zone);
        language = to(event.language(), language);
    }

    @EventSourcingHandler
    void on(PictureSet event) {
        picture = event.sha256().to();
    }

    @EventSourcingHandler
    void on(PreferencesChanged event) {
        preferences = event.preferences().to();
    }

    @EventSourcingHandler
    void on(TagColoured event) {
        var colour = event.colour().to();
        if (colour == null) {
            colours.remove(event.tag());
        } else {
            colours.put(event.tag(), colour);
        }
    }

    private static @Nullable Changed<@Nullable String> changed(
            @Nullable String now, @Nullable SetTo<@Nullable String> wanted) {
        return wanted == null || Objects.equals(now, wanted.value()) ? null : new Changed<>(now, wanted.value());
    }

    private static @Nullable String to(@Nullable Changed<@Nullable String> change, @Nullable String otherwise) {
        return change == null ? otherwise : change.to();
    }
}
