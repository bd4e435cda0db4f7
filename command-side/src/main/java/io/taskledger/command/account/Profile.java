package io.taskledger.command.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
import org.jspecify.annotations.Nullable;

/** What an account's person says of themselves: kept since each event tells the old value with the new one. */
final class Profile {

    private @Nullable String displayName;
    private @Nullable String zone;
    private @Nullable String language;
    private @Nullable String picture;
    private Preferences preferences = Preferences.atFirst();
    private final Map<String, Integer> colours = new HashMap<>();

    /** Empty where every value is the same as before; so for the others. */
    Optional<ProfileEdited> edited(EditProfile command) {
        var event = new ProfileEdited(
                command.userId(),
                changed(displayName, command.displayName()),
                changed(zone, command.zone()),
                changed(language, command.language()));
        return event.displayName() == null && event.zone() == null && event.language() == null
                ? Optional.empty()
                : Optional.of(event);
    }

    Optional<PictureSet> set(SetPicture command) {
        return changed(picture, command.sha256()).map(change -> new PictureSet(command.userId(), change));
    }

    Optional<PreferencesChanged> changed(ChangePreferences command) {
        return changed(preferences, command.edit().of(preferences))
                .map(change -> new PreferencesChanged(command.userId(), change));
    }

    Optional<TagColoured> coloured(ColourTag command) {
        return changed(colours.get(command.tag()), command.colour())
                .map(change -> new TagColoured(command.userId(), command.tag(), change));
    }

    void on(ProfileEdited event) {
        displayName = to(event.displayName(), displayName);
        zone = to(event.zone(), zone);
        language = to(event.language(), language);
    }

    void on(PictureSet event) {
        picture = event.sha256().to();
    }

    void on(PreferencesChanged event) {
        preferences = event.preferences().to();
    }

    void on(TagColoured event) {
        var colour = event.colour().to();
        if (colour == null) {
            colours.remove(event.tag());
        } else {
            colours.put(event.tag(), colour);
        }
    }

    private static <T extends @Nullable Object> Optional<Changed<T>> changed(T now, T wanted) {
        return Objects.equals(now, wanted) ? Optional.empty() : Optional.of(new Changed<>(now, wanted));
    }

    private static @Nullable Changed<@Nullable String> changed(
            @Nullable String now, @Nullable SetTo<@Nullable String> wanted) {
        return wanted == null || Objects.equals(now, wanted.value()) ? null : new Changed<>(now, wanted.value());
    }

    private static @Nullable String to(@Nullable Changed<@Nullable String> change, @Nullable String otherwise) {
        return change == null ? otherwise : change.to();
    }
}
