package io.taskledger.rest.notification;

import java.time.LocalTime;

import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import io.taskledger.rest.account.PretendProofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationsOverRestTest extends RestServer {

    private static final String BASE = "/api/v1/notifications";
    private static final String PREFERENCES = BASE + "/preferences";

    @Test
    void preferences_are_as_the_contract_has_them_before_anything_was_said() {
        assertThat(get(PREFERENCES).text()).isEqualTo("""
                {"user_id":"%s","email_verified":true,"email_enabled":true,"task_shared_with_me":true,\
                "task_completed":false,"comment_on_my_task":true,"task_due_soon":true,"mentioned":true,"assigned":true,\
                "quiet_from":null,"quiet_to":null,"time_zone":null,"updated_at":null}""".formatted(PretendHouse.ANN));
    }

    @Test
    void a_client_may_send_back_all_that_it_was_told() {
        var answer = send("PATCH", PREFERENCES, """
                {"user_id": "somebody", "email_verified": false, "email_enabled": false, "task_shared_with_me": true,
                 "task_completed": true, "comment_on_my_task": true, "task_due_soon": true, "updated_at": null}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("email_enabled").asBoolean()).isFalse();
        assertThat(answer.json().path("task_completed").asBoolean()).isTrue();
        assertThat(answer.json().path("email_verified").asBoolean()).isTrue();
        assertThat(answer.header("Taskledger-Position")).isEqualTo("41");
        assertThat(house.preferences.want(MailKind.TASK_COMPLETED)).isFalse();
        assertThat(house.preferences.kinds()).contains(MailKind.TASK_COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"user_id\": \"x\", \"unknown\": 7}"})
    void what_changes_nothing_is_fine_and_asks_for_nothing(String body) {
        assertThat(send("PATCH", PREFERENCES, body).status()).isEqualTo(200);
        assertThat(house.ofAccounts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email_enabled\": null} | email_enabled",
                "{\"task_completed\": 2} | task_completed",
                "{\"mentioned\": \"perhaps\"} | mentioned",
                "{\"quiet_from\": \"25:00\", \"quiet_to\": \"07:00\"} | quiet_from",
                "{\"quiet_from\": \"22:00\"} | quiet_to",
                "{\"quiet_from\": \"22:00\", \"quiet_to\": null} | quiet_to",
                "{\"time_zone\": \"Mars/Olympus\"} | time_zone",
                "{\"time_zone\": 7} | time_zone"
            })
    void what_makes_no_sense_is_refused_and_nothing_is_changed(String body, String field) {
        var answer = send("PATCH", PREFERENCES, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc/1").asString()).isEqualTo(field);
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void quiet_hours_are_set_moved_and_taken_away() {
        send(
                "PATCH",
                PREFERENCES,
                "{\"quiet_from\": \"22:00\", \"quiet_to\": \"07:00\", \"time_zone\": \"Europe/Vienna\"}");
        assertThat(house.preferences.quiet()).isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(house.zone).isEqualTo("Europe/Vienna");

        var moved = send("PATCH", PREFERENCES, "{\"quiet_to\": \"06:30\"}");
        assertThat(moved.json().path("quiet_from").asString()).isEqualTo("22:00");
        assertThat(moved.json().path("quiet_to").asString()).isEqualTo("06:30");

        send("PATCH", PREFERENCES, "{\"quiet_from\": null, \"quiet_to\": null}");
        assertThat(house.preferences).isEqualTo(Preferences.atFirst());
    }

    @Test
    void subscribing_changes_nothing() {
        assertThat(send("POST", BASE + "/subscribe", "").text())
                .isEqualTo("{\"message\":\"Successfully subscribed to notifications\",\"email\":\"ann@example.org\"}");
        assertThat(house.ofAccounts).isEmpty();
    }

    @Test
    void a_verification_is_mailed_however_often_it_is_asked_for() {
        send("POST", BASE + "/send-verification", "");
        var again = send("POST", BASE + "/send-verification", "");

        assertThat(again.text())
                .isEqualTo(
                        "{\"message\":\"Verification email sent\",\"email\":\"ann@example.org\",\"expires_in\":\"24 hours\"}");
        assertThat(proofs.asked).containsExactly("verify " + PretendHouse.ANN, "verify " + PretendHouse.ANN);
    }

    @ParameterizedTest
    @CsvSource({"GET, /preferences", "PATCH, /preferences", "POST, /subscribe", "POST, /send-verification"})
    void strangers_have_no_preferences(String method, String path) {
        assertThat(stranger(method, BASE + path, method.equals("PATCH") ? "{}" : "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_good_token_verifies_for_whoever_has_it() {
        var answer = stranger("POST", BASE + "/verify", "{\"token\": \"good-token\"}");
        assertThat(stranger("POST", "/api/v1/auth/verify-email", "{\"token\": \"good-token\"}")
                        .text())
                .isEqualTo(answer.text());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Email verified successfully\",\"username\":\"ann & bob\"}");
    }

    @Test
    void following_the_link_leads_to_the_sign_in_page() {
        var answer = stranger("GET", BASE + "/verify?token=" + PretendProofs.GOOD, "");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo("http://127.0.0.1/login?emailVerified=true&username=ann%20%26%20bob");
    }

    @ParameterizedTest
    @CsvSource({
        "expired-token, Verification link has expired. Please request a new one.",
        "another-token, Invalid or expired verification token"
    })
    void a_token_that_is_no_good_is_refused_with_the_reason(String token, String detail) {
        var posted = stranger("POST", BASE + "/verify", "{\"token\": \"" + token + "\"}");
        var followed = stranger("GET", BASE + "/verify?token=" + token, "");

        assertThat(posted.status()).isEqualTo(400);
        assertThat(posted.json().path("detail").asString()).isEqualTo(detail);
        assertThat(followed.status()).isEqualTo(400);
        assertThat(followed.json().path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void a_request_without_a_token_is_invalid() {
        assertThat(stranger("POST", BASE + "/verify", "{}").status()).isEqualTo(422);
        assertThat(stranger("POST", BASE + "/verify", "{\"token\": 7}").status())
                .isEqualTo(422);
        assertThat(stranger("GET", BASE + "/verify", "").status()).isEqualTo(422);
    }
}
