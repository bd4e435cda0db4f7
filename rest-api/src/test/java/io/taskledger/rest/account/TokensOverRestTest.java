package io.taskledger.rest.account;

import io.taskledger.rest.RestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokensOverRestTest extends RestServer {

    private static final String TOKENS = "/api/v1/users/me/tokens";

    @Test
    void a_token_is_told_once_with_what_it_may_do() {
        var answer = send("POST", TOKENS, """
                {"name": "backup", "scopes": ["tasks:write", "tasks:read", "tasks:read"], "expires_at": "2026-12-01"}""");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text()).isEqualTo("""
                {"id":"%s","name":"backup","token":"%s","scopes":["tasks:read","tasks:write"],\
                "created_at":"2026-11-21T07:25:23.606479Z","expires_at":"2026-12-01T00:00:00.000000Z"}""".formatted(PretendTokens.PROGRAM, PretendTokens.TOKEN));
    }

    @Test
    void a_token_ends_after_ninety_days_where_nobody_says_otherwise() {
        var answer = send("POST", TOKENS, "{\"name\": \"backup\", \"scopes\": [\"admin\"]}");

        assertThat(answer.json().path("expires_at").asString()).isEqualTo("2027-02-19T07:25:23.606479Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\": \"x\"} | scopes",
                "{\"name\": \"x\", \"scopes\": \"admin\"} | scopes",
                "{\"name\": \"x\", \"scopes\": [\"everything\"]} | scopes",
                "{\"name\": \"x\", \"scopes\": [\"admin\"], \"expires_at\": null} | expires_at",
                "{\"name\": \"x\", \"scopes\": [\"admin\"], \"expires_at\": \"soon\"} | expires_at",
                "{\"name\": \"x\", \"scopes\": [\"admin\"], \"expires_at\": \"2020-01-01\"} | expires_at"
            })
    void what_cannot_be_a_token_is_refused_at_its_field(String body, String field) {
        var answer = send("POST", TOKENS, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/loc/1").asString()).isEqualTo(field);
    }

    @Test
    void tokens_are_listed_without_what_is_secret() {
        var answer = get(TOKENS);

        assertThat(answer.text()).isEqualTo("""
                [{"id":"%s","name":"backup","scopes":["tasks:read"],"created_at":"2026-11-21T07:25:23.606479Z",\
                "last_used_at":"2026-11-21T07:26:23.606479Z","expires_at":"2026-11-21T07:27:23.606479Z"}]""".formatted(PretendTokens.PROGRAM));
    }

    @Test
    void a_token_is_revoked_and_anothers_is_not_found() {
        assertThat(send("DELETE", TOKENS + "/" + PretendTokens.PROGRAM, "").status())
                .isEqualTo(204);
        assertThat(send("DELETE", TOKENS + "/" + PretendAccounts.SESSION, "").status())
                .isEqualTo(404);
        assertThat(send("DELETE", TOKENS + "/7", "").json().path("detail").asString())
                .isEqualTo("Token with ID 7 not found");
    }
}
