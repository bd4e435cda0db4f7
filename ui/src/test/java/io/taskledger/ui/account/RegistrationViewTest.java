package io.taskledger.ui.account;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.ui.tryout.AccountsInMemory;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class RegistrationViewTest extends ScreenTest {

    @Autowired
    AccountsInMemory accounts;

    @BeforeEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_field_says_what_is_wrong_with_it() {
        register("x y", "nowhere", "correct horse battery");
        assertThat(name().getErrorMessage()).isEqualTo("Letters, digits, dots, dashes and underscores only.");
        assertThat(email().getErrorMessage()).isEqualTo("This is no email address.");
        assertThat(name().isInvalid() && email().isInvalid()).isTrue();
        assertThat(password().isInvalid()).isFalse();
    }

    @Test
    void a_taken_name_is_told_at_the_name() {
        register("demo", "demo@example.org", "correct horse battery");
        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getErrorMessage()).isEqualTo("The name demo is taken.");
    }

    @Test
    void a_mended_field_is_no_longer_marked_and_the_account_is_made() {
        register("anna", "anna@example.org", "short");
        assertThat(password().isInvalid()).isTrue();
        register("anna", "anna@example.org", "correct horse battery");
        assertThat(password().isInvalid()).isFalse();
        assertThat(accounts.find("anna")).isPresent();
    }

    @Test
    void the_meter_tells_how_good_the_password_is() {
        navigate(RegistrationView.class);
        test(password()).setValue("short");
        assertThat(find(StrengthMeter.class).single().getElement().getTextRecursively())
                .isEqualTo("Not good enough yet");
        test(password()).setValue("correct horse battery");
        assertThat(find(StrengthMeter.class).single().getElement().getTextRecursively())
                .isEqualTo("Strong");
    }

    @Test
    void a_demo_instance_offers_its_account_at_sign_in() {
        navigate(SignInView.class);
        test(part(NativeButton.class, "sign-in-demo")).click();
        assertThat(part(TextField.class, "sign-in-name").getValue()).isEqualTo("demo");
        assertThat(part(PasswordField.class, "sign-in-password").getValue()).isEqualTo("demo1234");
        assertThat(find(Paragraph.class)
                        .withAttribute("data-testid", "sign-in-error")
                        .all())
                .isEmpty();
    }

    private void register(String username, String address, String secret) {
        var view = navigate(RegistrationView.class);
        test(name()).setValue(username);
        test(email()).setValue(address);
        test(password()).setValue(secret);
        view.register();
    }

    private TextField name() {
        return part(TextField.class, "register-name");
    }

    private EmailField email() {
        return part(EmailField.class, "register-email");
    }

    private PasswordField password() {
        return part(PasswordField.class, "register-password");
    }
}
