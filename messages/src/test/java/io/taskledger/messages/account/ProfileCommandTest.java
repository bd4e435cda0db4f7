package io.taskledger.messages.account;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProfileCommandTest {

    private static final UserId ANN = UserId.next();

    @Test
    void a_name_to_be_shown_is_no_blank_and_not_too_long() {
        assertThat(problems(() -> named("x".repeat(100)))).isEmpty();
        assertThat(problems(() -> named(null))).isEmpty();
        assertThat(problems(() -> named("  "))).containsExactly(new FieldProblem("display_name", Kind.MISSING, 1));
        assertThat(problems(() -> named("x".repeat(101))))
                .containsExactly(new FieldProblem("display_name", Kind.TOO_LONG, 100));
    }

    @Test
    void a_zone_and_a_language_are_known_ones() {
        assertThat(problems(() -> new EditProfile(ANN, null, new SetTo<>("Europe/Vienna"), new SetTo<>("en"))))
                .isEmpty();
        assertThat(problems(() -> new EditProfile(ANN, null, new SetTo<>("Europe/Nowhere"), new SetTo<>("tlh"))))
                .containsExactly(
                        new FieldProblem("time_zone", Kind.UNKNOWN, 0), new FieldProblem("language", Kind.UNKNOWN, 0));
    }

    @Test
    void a_colour_is_one_of_the_palette() {
        assertThat(problems(() -> new ColourTag(ANN, "garden", 11))).isEmpty();
        assertThat(problems(() -> new ColourTag(ANN, "garden", 12)))
                .containsExactly(new FieldProblem("colour", Kind.OUT_OF_RANGE, 11));
        assertThat(problems(() -> new ColourTag(ANN, "", -1)))
                .containsExactly(
                        new FieldProblem("tag", Kind.MISSING, 1), new FieldProblem("colour", Kind.OUT_OF_RANGE, 11));
    }

    @Test
    void a_picture_is_named_by_its_digest() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SetPicture(ANN, "picture.png"));
    }

    @Test
    void an_address_is_one() {
        assertThat(problems(() -> new ChangeEmail(ANN, "ann")))
                .containsExactly(new FieldProblem("email", Kind.NOT_AN_EMAIL, 0));
    }

    @Test
    void what_was_never_said_is_as_the_contract_has_it() {
        var first = Preferences.atFirst();

        assertThat(Arrays.stream(MailKind.values()).filter(kind -> !first.want(kind)))
                .containsExactly(MailKind.TASK_COMPLETED);
        assertThat(new Preferences(false, first.kinds(), null).want(MailKind.MENTIONED))
                .isFalse();
    }

    @Test
    void an_edit_of_preferences_leaves_the_rest_alone() {
        var edited = new PreferencesEdit(null, Map.of(MailKind.MENTIONED, false), null).of(Preferences.atFirst());

        assertThat(edited.want(MailKind.MENTIONED)).isFalse();
        assertThat(edited.kinds()).isSorted().isEqualTo(without(MailKind.MENTIONED, Preferences.atFirst()));
        assertThat(new PreferencesEdit(null, Map.of(), null).of(edited)).isEqualTo(edited);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 23:00, true",
        "22:00, 06:00, 05:59, true",
        "22:00, 06:00, 06:00, false",
        "22:00, 06:00, 12:00, false",
        "12:00, 14:00, 12:00, true",
        "12:00, 14:00, 14:00, false",
        "08:00, 08:00, 03:00, true"
    })
    void quiet_hours_go_over_midnight_too(LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
        assertThat(new QuietHours(from, to).include(time)).isEqualTo(quiet);
    }

    private static List<MailKind> without(MailKind kind, Preferences before) {
        return before.kinds().stream().filter(one -> one != kind).toList();
    }

    private static EditProfile named(@Nullable String name) {
        return new EditProfile(ANN, new SetTo<>(name), null, null);
    }
}
