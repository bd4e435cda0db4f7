package io.taskledger.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import io.taskledger.ui.tryout.PersonInMemory;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class MailedLinksTest extends ScreenTest {

    @Test
    void a_good_link_verifies_the_address_of_who_is_signed_in_or_not() {
        SecurityContextHolder.clearContext();
        follow("verify?token=" + PersonInMemory.GOOD);
        assertThat(title()).isEqualTo("Your address is verified");
        assertThat(person.account().emailVerified()).isTrue();
        assertThat(part(Anchor.class, "to-sign-in").getHref()).isEqualTo("login");
    }

    @Test
    void a_link_that_has_run_out_can_be_asked_for_anew() {
        follow("verify?token=" + PersonInMemory.LATE);
        assertThat(title()).isEqualTo("This link has run out");
        test(part(NativeButton.class, "verify-again")).click();
        assertThat(title()).isEqualTo("Look into your mail");
        assertThat(person.mailed()).containsExactly("verify demo@example.org");
    }

    @Test
    void a_stranger_with_a_bad_link_is_asked_to_sign_in_first() {
        SecurityContextHolder.clearContext();
        for (var link : new String[] {"verify?token=nonsense", "verify?token=", "verify"}) {
            follow(link);
            assertThat(title()).isEqualTo("This link is no good");
            assertThat(part(Anchor.class, "to-sign-in").getText()).isEqualTo("Sign in to ask for another");
        }
    }

    @Test
    void whoever_follows_a_used_link_again_is_told_that_the_address_is_verified() {
        follow("verify?token=" + PersonInMemory.GOOD);
        follow("verify?token=used");
        assertThat(title()).isEqualTo("Your address is verified");
        assertThat(find(NativeButton.class)
                        .withAttribute("data-testid", "verify-again")
                        .all())
                .isEmpty();
    }

    @Test
    void a_mail_is_sent_to_an_address_and_to_nothing_else() {
        follow("password-reset");
        var email = part(EmailField.class, "reset-email");
        test(email).setValue("no address");
        submit();
        assertThat(email.getErrorMessage()).isEqualTo("This is no email address.");
        assertThat(person.mailed()).isEmpty();

        test(email).setValue("nobody@example.org");
        submit();
        assertThat(title()).isEqualTo("Look into your mail");
        assertThat(person.mailed()).containsExactly("reset nobody@example.org");
    }

    @Test
    void a_refused_password_leaves_the_link_good() {
        follow("password-reset?token=" + PersonInMemory.GOOD);
        var password = part(PasswordField.class, "reset-password");
        test(password).setValue("short");
        submit();
        assertThat(password.getErrorMessage()).isEqualTo("At least 8 characters, please.");

        test(password).setValue("correct horse battery");
        submit();
        assertThat(title()).isEqualTo("The password is the new one");
    }

    @Test
    void a_link_that_is_no_good_says_so_and_where_to_get_another() {
        follow("password-reset?token=" + PersonInMemory.LATE);
        test(part(PasswordField.class, "reset-password")).setValue("correct horse battery");
        submit();
        assertThat(title()).isEqualTo("This link has run out");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("A link is good for 30 minutes. Nothing was changed.");
        assertThat(part(Anchor.class, "reset-again").getHref()).isEqualTo("password-reset");
    }

    @Test
    void who_verified_an_address_elsewhere_is_told_so_at_sign_in() {
        SecurityContextHolder.clearContext();
        follow("login?emailVerified=true&username=anna");
        assertThat(part(Paragraph.class, "sign-in-news").getText()).isEqualTo("Your address is verified.");
        assertThat(part(TextField.class, "sign-in-name").getValue()).isEqualTo("anna");
    }

    private static void follow(String link) {
        var location = new Location(link);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    /** As the browser does it: a click on the button sends the form. */
    private void submit() {
        var form = find(PostForm.class).single().getElement();
        form.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(form, "submit", JacksonUtils.createObjectNode()));
    }
}
