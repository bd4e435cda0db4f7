package io.taskledger.rest.account;

import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsOverRestTest extends RestServer {

    private static final String ME = "/api/v1/users/me";

    @Test
    void who_asks_to_refresh_gets_a_short_token_and_no_cookie() {
        var answer = stranger(
                "POST",
                "/api/v1/auth/login",
                "{\"username\": \"ann\", \"password\": \"correct horse\", \"refresh\": true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("""
                {"access_token":"the-token-of-ann","token_type":"bearer","expires_in":900,"refresh_token":"next-refresh"}""");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(stranger(
                                "POST",
                                "/api/v1/auth/login",
                                "{\"username\": \"ann\", \"password\": \"wrong\", \"refresh\": true}")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"refresh_token\": \"good-refresh\"} | 200 | ''",
                "{\"refresh_token\": \"old-refresh\"} | 401 | Invalid or expired refresh token",
                "{\"refresh_token\": \"taken-refresh\"} | 409 | Another request exchanged this token at the same time;"
                        + " its answer has the next one",
                "{\"refresh_token\": 7} | 422 | 'refresh_token: Input should be a valid string'",
                "{} | 422 | 'refresh_token: Field required'"
            })
    void a_refresh_token_is_exchanged_or_it_is_said_why_not(String body, int status, String detail) {
        var answer = stranger("POST", "/api/v1/auth/refresh", body, "Cookie", "access_token=expired");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString("")).isEqualTo(detail);
        if (status == 200) {
            assertThat(answer.json().path("refresh_token").asString()).isEqualTo("next-refresh");
        }
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void sessions_are_told_with_what_helps_to_know_them_again() {
        var answer = get(ME + "/sessions");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(2);
        assertThat(answer.json().get(0).toString()).isEqualTo("""
                {"id":"%s","kind":"rest","created_at":"2026-11-21T07:25:23.606479Z",\
                "last_used_at":"2026-11-21T07:30:23.606479Z","expires_at":"2026-11-21T19:25:23.606479Z",\
                "device":"curl","network":"127.0.0.0/24","current":true}""".formatted(PretendAccounts.SESSION));
        assertThat(answer.json().at("/1/kind").asString()).isEqualTo("browser");
        assertThat(stranger("GET", ME + "/sessions", "").status()).isEqualTo(401);
    }

    @Test
    void one_session_is_ended_or_all_others_are() {
        assertThat(send("DELETE", ME + "/sessions/" + PretendSessions.BROWSER, "")
                        .status())
                .isEqualTo(204);
        assertThat(send("DELETE", ME + "/sessions", "").status()).isEqualTo(204);

        assertThat(sessions.asked)
                .containsExactly("end " + PretendSessions.BROWSER, "end all but " + PretendAccounts.SESSION);
    }

    @Test
    void a_session_that_is_nobodys_of_mine_is_not_found() {
        for (var id : new String[] {"session-01KAJ4X9T3B6N8R0C2YVHE5G7Z", "7", "%00"}) {
            assertThat(send("DELETE", ME + "/sessions/" + id, "").status())
                    .as(id)
                    .isIn(400, 404);
        }
        assertThat(send("DELETE", ME + "/sessions/nothing", "")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("Session with ID nothing not found");
    }

    @Test
    void an_account_goes_with_its_password_only() {
        assertThat(send("DELETE", ME, "").status()).isEqualTo(422);
        assertThat(send("DELETE", ME, "{\"current_password\": \"wrong\"}").status())
                .isEqualTo(400);
        assertThat(stranger("DELETE", ME, "{\"current_password\": \"correct horse\"}")
                        .status())
                .isEqualTo(401);
        assertThat(sessions.asked).isEmpty();

        var gone = send("DELETE", ME, "{\"current_password\": \"correct horse\"}");

        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.header("Set-Cookie")).startsWith("access_token=; ");
        assertThat(sessions.asked).containsExactly("delete " + PretendHouse.ANN);
    }

    @Test
    void the_demo_account_stays() {
        sessions.demo = true;

        var answer = send("DELETE", ME, "{\"current_password\": \"correct horse\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("demo account");
    }
}
