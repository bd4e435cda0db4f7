package io.taskledger.rest.account;

import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthOverRestTest extends RestServer {

    private static final String AUTH = "/api/v1/auth";

    @Test
    void a_new_account_is_told_without_what_is_secret() {
        var answer = stranger("POST", AUTH + "/register", """
                {"username": "ann", "email": "ann@example.org", "password": "correct horse", "admin": true}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("""
                {"id":"%s","username":"ann","email":"ann@example.org","created_at":"2026-11-21T07:25:23.606479Z"}""".formatted(PretendHouse.ANN));
    }

    @Test
    void the_keys_that_verify_tokens_are_for_everybody() {
        var answer = stranger("GET", "/.well-known/jwks.json", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/jwk-set+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(answer.text()).isEqualTo("{\"keys\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "taken, ann@example.org, Username 'taken' is already registered, username",
        "ann, taken@example.org, Email 'taken@example.org' is already registered, email"
    })
    void a_taken_name_is_a_conflict(String username, String email, String message, String field) {
        var answer = stranger(
                "POST",
                AUTH + "/register",
                "{\"username\": \"%s\", \"email\": \"%s\", \"password\": \"correct horse\"}"
                        .formatted(username, email));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("error").asString()).isEqualTo("Duplicate User");
        assertThat(answer.json().path("message").asString()).isEqualTo(message);
        assertThat(answer.json().path("detail").asString()).isEqualTo(message);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, ann@example.org, correct horse, username, string_too_short",
        "a b c, ann@example.org, correct horse, username, string_pattern_mismatch",
        "ann, nowhere, correct horse, email, value_error",
        "ann, ann@example.org, short, password, string_too_short"
    })
    void registration_says_which_field_breaks_which_rule(
            String username, String email, String password, String field, String type) {
        var answer = stranger(
                "POST",
                AUTH + "/register",
                "{\"username\": \"%s\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(username, email, password));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"" + field + "\"]");
        assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo(type);
    }

    @Test
    void signing_in_answers_a_token_that_is_a_cookie_too() {
        var answer = stranger("POST", AUTH + "/login", "{\"username\": \"ann\", \"password\": \"correct horse\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"access_token\":\"the-token-of-ann\",\"token_type\":\"bearer\"}");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("access_token=the-token-of-ann; ")
                .contains("Path=/", "Max-Age=43200", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_wrong_password_is_answered_like_an_unknown_name() {
        var wrong = stranger("POST", AUTH + "/login", "{\"username\": \"ann\", \"password\": \"wrong horse\"}");
        var unknown = stranger("POST", AUTH + "/login", "{\"username\": \"bob\", \"password\": \"wrong horse\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.json().path("error").asString()).isEqualTo("Authentication Failed");
        assertThat(wrong.json().path("message").asString()).isEqualTo("Invalid username or password");
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void a_form_does_not_sign_in() {
        var answer = stranger(
                "POST",
                AUTH + "/login",
                "username=ann&password=correct+horse",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void an_old_token_does_not_keep_one_from_signing_in() {
        var answer = stranger(
                "POST",
                AUTH + "/login",
                "{\"username\": \"ann\", \"password\": \"correct horse\"}",
                "Cookie",
                "access_token=expired");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Cookie"})
    void signing_out_ends_the_session_and_clears_the_cookie(String header) {
        var value = header.equals("Cookie") ? "access_token=the-token-of-ann" : "bearer the-token-of-ann";

        var answer = stranger("POST", AUTH + "/logout", "", header, value);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Logged out successfully\"}");
        assertThat(answer.header("Set-Cookie")).startsWith("access_token=; ").contains("Max-Age=0", "Path=/");
        assertThat(accounts.ended).containsExactly(PretendAccounts.SESSION);
    }

    @Test
    void signing_out_without_a_session_is_fine() {
        assertThat(stranger("POST", AUTH + "/logout", "").status()).isEqualTo(200);
        assertThat(stranger("POST", AUTH + "/logout", "", "Authorization", "Bearer expired")
                        .status())
                .isEqualTo(200);
        assertThat(accounts.ended).isEmpty();
    }

    @Test
    void ones_own_account_is_shown_as_the_contract_spells_it() {
        assertThat(get("/api/v1/users/me").text()).isEqualTo("""
                {"id":"%s","username":"ann","email":"ann@example.org","avatar_url":null,"email_verified":false,\
                "created_at":"2026-11-21T07:25:23.606479Z","display_name":null,"time_zone":null,"language":null}""".formatted(PretendHouse.ANN));
    }
}
