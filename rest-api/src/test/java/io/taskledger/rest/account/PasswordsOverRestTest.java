package io.taskledger.rest.account;

import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsOverRestTest extends RestServer {

    private static final String RESET = "/api/v1/auth/password-reset";
    private static final String ME = "/api/v1/users/me";

    @Test
    void asking_for_a_reset_tells_nothing_of_the_account() {
        var known = stranger("POST", RESET + "/request", "{\"email\": \"ann@example.org\"}");
        var unknown = stranger("POST", RESET + "/request", "{\"email\": \"nobody@example.org\"}");

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.text()).isEqualTo("{\"message\":\"If email exists, password reset sent\"}");
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(proofs.asked).containsExactly("reset for ann@example.org", "reset for nobody@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"email\": null}", "{\"email\": 7}", "{\"email\": \"nowhere\"}", "{\"email\": \"\"}"})
    void what_is_no_address_is_invalid(String body) {
        assertThat(stranger("POST", RESET + "/request", body).status()).isEqualTo(422);
        assertThat(proofs.asked).isEmpty();
    }

    @Test
    void a_good_token_resets_the_password() {
        var answer = reset(PretendProofs.GOOD, "copper-lantern-58");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"message\":\"Password updated successfully. You can now log in with your new password.\"}");
        assertThat(proofs.asked).containsExactly("reset to copper-lantern-58 via REST");
    }

    @ParameterizedTest
    @CsvSource({
        "expired-token, Password reset link has expired. Please request a new one.",
        "another-token, Invalid or expired reset token"
    })
    void a_token_that_is_no_good_is_refused_with_the_reason(String token, String detail) {
        var answer = reset(token, "copper-lantern-58");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void a_password_that_is_refused_is_named_as_it_was_sent() {
        var answer = reset(PretendProofs.GOOD, "short");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"new_password\"]");
        assertThat(stranger("POST", RESET + "/verify", "{\"token\": \"x\"}").status())
                .isEqualTo(422);
    }

    @Test
    void a_password_is_changed_by_who_knows_the_current_one() {
        var answer = change(PretendAccounts.PASSWORD, "copper-lantern-58");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Password changed successfully\"}");
        assertThat(proofs.asked).containsExactly("change to copper-lantern-58");
    }

    @Test
    void a_wrong_current_password_is_no_lost_session() {
        var answer = change("not-her-password", "copper-lantern-58");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).isEqualTo("Current password is incorrect");
    }

    @Test
    void a_change_wants_both_passwords_and_a_session() {
        assertThat(send("PATCH", ME + "/change-password", "{\"new_password\": \"copper-lantern-58\"}")
                        .status())
                .isEqualTo(422);
        assertThat(change(PretendAccounts.PASSWORD, "short").status()).isEqualTo(422);
        assertThat(stranger("PATCH", ME + "/change-password", "{}").status()).isEqualTo(401);
        assertThat(proofs.asked).isEmpty();
    }

    @Test
    void a_profile_is_edited_field_by_field() {
        var answer = send("PATCH", ME, "{\"display_name\": \"Ann A.\", \"time_zone\": null}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(house.ofAccounts)
                .containsExactly(EditProfile.nothing(PretendHouse.ANN)
                        .displayName("Ann A.")
                        .zone(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"username\": \"other\"} | 400",
                "{\"display_name\": \"  \"} | 422",
                "{\"time_zone\": \"Mars/Olympus\"} | 422",
                "{\"language\": \"tlh\"} | 422",
                "{\"language\": 7} | 422"
            })
    void a_profile_that_cannot_be_is_refused(String body, int status) {
        assertThat(send("PATCH", ME, body).status()).isEqualTo(status);
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void another_address_wants_the_password_and_is_sent_a_link() {
        var answer = send(
                "PATCH", ME + "/email", "{\"email\": \"new@example.org\", \"current_password\": \"correct horse\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.ofAccounts).containsExactly(new ChangeEmail(PretendHouse.ANN, "new@example.org"));
        assertThat(proofs.asked).containsExactly("verify " + PretendHouse.ANN);
    }

    @ParameterizedTest
    @CsvSource({
        "new@example.org, wrong horse, 400",
        "nowhere, correct horse, 422",
        "taken@example.org, correct horse, 409"
    })
    void an_address_that_cannot_be_had_changes_nothing(String email, String password, int status) {
        var answer = send(
                "PATCH", ME + "/email", "{\"email\": \"%s\", \"current_password\": \"%s\"}".formatted(email, password));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(proofs.asked).isEmpty();
    }

    private Answer reset(String token, String password) {
        return stranger(
                "POST", RESET + "/verify", "{\"token\": \"%s\", \"new_password\": \"%s\"}".formatted(token, password));
    }

    private Answer change(String current, String next) {
        return send(
                "PATCH",
                ME + "/change-password",
                "{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(current, next));
    }
}
