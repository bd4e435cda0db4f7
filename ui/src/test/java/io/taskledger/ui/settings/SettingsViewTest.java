package io.taskledger.ui.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalTime;

import javax.imageio.ImageIO;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.security.SignedIn;
import io.taskledger.ui.account.SecretForm;
import io.taskledger.ui.tryout.PersonInMemory;
import io.taskledger.ui.tryout.ScreenTest;
import io.taskledger.ui.tryout.Tryout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsViewTest extends ScreenTest {

    /** Who has an account of their own, unlike the demo's. */
    @BeforeEach
    void signIn() {
        signIn("anna");
    }

    @ParameterizedTest
    @EnumSource
    void every_part_has_an_address_and_a_heading(SettingsPart part) {
        UI.getCurrent().navigate(part.path());
        assertThat(find(H1.class).single().getText()).isEqualTo("Settings");
        assertThat(find(H2.class).single().getText()).isNotBlank();
    }

    @Test
    void there_is_no_other_part() {
        UI.getCurrent().navigate("settings/nonsense");
        assertThat(find(SettingsView.class).all()).isEmpty();
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void a_name_is_saved_when_it_is_left_and_taken_back_when_it_is_emptied() {
        UI.getCurrent().navigate("settings/profile");
        var name = part(TextField.class, "profile-name");
        test(name).setValue("Anna Ott");
        assertThat(person.account().displayName()).isEqualTo("Anna Ott");
        test(name).setValue("");
        assertThat(person.account().displayName()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked") // what items a box has is not in its class
    void a_time_zone_is_one_of_those_that_there_are() {
        UI.getCurrent().navigate("settings/profile");
        ComboBox<String> zone = part(ComboBox.class, "profile-zone");
        test(zone).selectItem("Europe/Vienna");
        assertThat(person.account().zone()).isEqualTo("Europe/Vienna");
    }

    @Test
    void a_picture_is_kept_and_what_is_none_is_refused() throws IOException {
        UI.getCurrent().navigate("settings/profile");
        var field = find(PictureField.class).single();
        field.take("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(find(io.taskledger.ui.parts.Refusals.class)
                        .withAttribute("data-testid", "picture-error")
                        .single()
                        .getText())
                .isEqualTo("This is no picture: a PNG, a JPEG or a GIF, please.");
        assertThat(person.account().picture()).isNull();

        field.take(picture());
        assertThat(person.account().picture()).isNotNull();
        test(part(NativeButton.class, "picture-remove")).click();
        assertThat(person.account().picture()).isNull();
    }

    @Test
    void another_address_needs_the_password_and_is_not_verified_yet() {
        person.verify(PersonInMemory.GOOD, Via.BROWSER);
        UI.getCurrent().navigate("settings/email");
        test(part(EmailField.class, "email-new")).setValue("anna@example.net");
        var current = part(PasswordField.class, "email-current");
        test(current).setValue("wrong");
        submit();
        assertThat(current.getErrorMessage()).isEqualTo("This is not your password.");
        assertThat(person.account().email()).isEqualTo("demo@example.org");

        test(current).setValue(PersonInMemory.PASSWORD);
        submit();
        assertThat(person.account().email()).isEqualTo("anna@example.net");
        assertThat(person.mailed()).containsExactly("verify anna@example.net");
        assertThat(part(Div.class, "address").getElement().getTextRecursively()).contains("Not verified");
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        UI.getCurrent().navigate("settings/password");
        test(part(PasswordField.class, "password-current")).setValue(PersonInMemory.PASSWORD);
        var next = part(PasswordField.class, "password-new");
        test(next).setValue("short");
        submit();
        assertThat(next.getErrorMessage()).isEqualTo("At least 8 characters, please.");
        test(next).setValue("correct horse battery");
        submit();
        assertThat(next.getValue()).isEmpty();
        UI.getCurrent().navigate("settings/sessions");
        assertThat(items("session")).isEqualTo(1);
    }

    @Test
    void a_session_is_ended_from_here_but_not_the_one_that_one_is_in() {
        UI.getCurrent().navigate("settings/sessions");
        assertThat(items("session")).isEqualTo(3);
        test(find(NativeButton.class)
                        .withAttribute("data-testid", "session-end")
                        .first())
                .click();
        assertThat(items("session")).isEqualTo(2);
        test(part(NativeButton.class, "sessions-end-others")).click();
        assertThat(items("session")).isEqualTo(1);
        assertThat(find(NativeButton.class)
                        .withAttribute("data-testid", "session-end")
                        .all())
                .isEmpty();
    }

    @Test
    void a_token_is_shown_once_and_revoked_after_a_question() {
        UI.getCurrent().navigate("settings/tokens");
        test(part(NativeButton.class, "token-make")).click();
        assertThat(part(TextField.class, "token-name").getErrorMessage()).isEqualTo("This is needed.");
        test(part(TextField.class, "token-name")).setValue("Backup");
        test(part(NativeButton.class, "token-make")).click();
        assertThat(part(TextField.class, "token-secret").getValue()).startsWith("tlpat_");
        test(part(NativeButton.class, "token-put-away")).click();
        assertThat(find(TextField.class)
                        .withAttribute("data-testid", "token-secret")
                        .all())
                .isEmpty();

        test(part(NativeButton.class, "token-revoke")).click();
        assertThat(items("token")).isEqualTo(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(items("token")).isZero();
    }

    @Test
    void each_mail_can_be_unwanted_and_all_at_certain_hours() {
        UI.getCurrent().navigate("settings/notifications");
        test(part(Checkbox.class, "mail-mentioned")).click();
        assertThat(person.wanted().want(MailKind.MENTIONED)).isFalse();
        test(part(Checkbox.class, "quiet")).click();
        test(part(TimePicker.class, "quiet-from")).setValue(LocalTime.of(21, 30));
        assertThat(person.wanted().quiet()).isEqualTo(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0)));
        test(part(Checkbox.class, "quiet")).click();
        assertThat(person.wanted().quiet()).isNull();
        test(part(Checkbox.class, "mail-any")).click();
        assertThat(person.wanted().mail()).isFalse();
        assertThat(person.wanted().kinds()).contains(MailKind.ASSIGNED);
    }

    @Test
    void an_account_is_deleted_by_its_password_and_after_a_question() {
        UI.getCurrent().navigate("settings/deletion");
        submit();
        var current = part(PasswordField.class, "deletion-current");
        assertThat(current.getErrorMessage()).isEqualTo("This is needed.");
        test(current).setValue("wrong");
        submit();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(current.getErrorMessage()).isEqualTo("This is not your password.");
        test(current).setValue(PersonInMemory.PASSWORD);
        submit();
        assertThat(person.isDeleted()).isFalse();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(person.isDeleted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "PASSWORD", "DELETION"})
    void the_account_that_is_everybodys_says_why_it_stays(SettingsPart part) {
        signIn("demo");
        UI.getCurrent().navigate(part.path());
        assertThat(find(SecretForm.class).all()).isEmpty();
        assertThat(part(Div.class, "reason").getElement().getTextRecursively()).startsWith("The demo account");
    }

    private static void signIn(String name) {
        var somebody = new SignedIn(Tryout.DEMO, name, SessionId.next(), Via.BROWSER, java.time.Instant.MAX);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(somebody, null, java.util.List.of()));
    }

    private int items(String testId) {
        return find(ListItem.class).withAttribute("data-testid", testId).all().size();
    }

    private void submit() {
        var form = find(SecretForm.class).single().getElement();
        form.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(form, "submit", JacksonUtils.createObjectNode()));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
