package io.taskledger.security.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.Cookie;

import io.taskledger.security.Acting;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.Sessioned;
import io.taskledger.security.SignedIn;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.OnePersonalToken;
import io.taskledger.security.token.PersonalTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringJUnitWebConfig(ApiSecurityTest.Programs.class)
class ApiSecurityTest {

    private static final String TASKS = "/api/v1/tasks";
    private static final String FRIEND = "https://app.example.org";
    private static final String FOE = "https://evil.example";
    private static final String ANN = Sessioned.ANN.text();
    private static final String INVALID = "Invalid or expired token";
    private static final Cookie COOKIE = new Cookie("access_token", "good");

    private MockMvc mvc;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void a_stranger_is_told_to_sign_in() throws Exception {
        expect(get(TASKS), 401, "Not authenticated");
        expect(get("/api/v1/no-such-thing"), 401, "Not authenticated");
        expect(get("/api/v1/auth/register"), 401, "Not authenticated");
        expect(get("/api/internal"), 401, "Not authenticated");
    }

    @Test
    void every_answer_tells_browsers_what_they_must_not_do_with_it() throws Exception {
        for (var request : List.of(
                get(TASKS),
                get(TASKS).cookie(COOKIE),
                post(TASKS).cookie(COOKIE).header("Origin", FOE),
                get("/problems"),
                get("/health"),
                get("/alive"))) {
            mvc.perform(request)
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("X-Frame-Options", "DENY"))
                    .andExpect(header().string("Referrer-Policy", "same-origin"))
                    .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                    .andExpect(header().exists("Permissions-Policy"))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    allOf(
                                            startsWith("default-src 'none'"),
                                            containsString("frame-ancestors 'none'"),
                                            not(containsString("unsafe-eval")))))
                    .andExpect(header().doesNotExist("Strict-Transport-Security"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer good", "bearer good", "BEARER   good"})
    void a_bearer_is_known_whatever_the_case_of_the_scheme(String authorization) throws Exception {
        expect(get(TASKS).header("Authorization", authorization), 200, ANN);
        expect(post(TASKS).header("Authorization", authorization).header("Origin", FOE), 200, ANN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer bad", "bearer", "Bearer ", "Bearer good good"})
    void a_bad_bearer_is_not_made_good_by_a_cookie(String authorization) throws Exception {
        expect(get(TASKS).header("Authorization", authorization).cookie(COOKIE), 401, "Invalid or expired token");
    }

    @Test
    void a_personal_token_is_a_bearer_and_no_cookie() throws Exception {
        expect(get(TASKS).header("Authorization", "Bearer " + OnePersonalToken.GOOD), 200, ANN);
        expect(get(TASKS).header("Authorization", "Bearer " + OnePersonalToken.GOOD + "x"), 401, INVALID);
        expect(get(TASKS).cookie(new Cookie("access_token", OnePersonalToken.GOOD)), 401, INVALID);
    }

    @Test
    void another_scheme_is_ignored_and_the_cookie_counts() throws Exception {
        expect(get(TASKS).header("Authorization", "Basic YTpi").cookie(COOKIE), 200, ANN);
        expect(get(TASKS).header("Authorization", "Basic YTpi"), 401, "Not authenticated");
        expect(get(TASKS).cookie(new Cookie("access_token", "bad")), 401, "Invalid or expired token");
        expect(get(TASKS).cookie(new Cookie("access_token", "")), 401, "Not authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_cookie_changes_something_only_for_an_allowed_page(String method) throws Exception {
        expect(changing(method), 403, "denied");
        expect(changing(method).header("Origin", "null"), 403, "denied");
        expect(changing(method).header("Origin", FOE), 403, "denied");
        expect(changing(method).header("Origin", "http://localhost:8081"), 403, "denied");
        expect(changing(method).header("Origin", "https://localhost"), 403, "denied");
        expect(changing(method).header("Origin", "https://tasks.example.org:8443"), 403, "denied");
        expect(changing(method).header("Origin", "http://localhost.evil.example"), 403, "denied");
        expect(changing(method).header("Origin", FRIEND + ".evil.example"), 403, "denied");

        expect(changing(method).header("Origin", "http://localhost"), 200, ANN);
        expect(changing(method).header("Origin", "https://tasks.example.org"), 200, ANN);
        expect(changing(method).header("Origin", FRIEND), 200, ANN);
    }

    @Test
    void a_cookie_reads_for_any_page_which_the_browser_then_hides() throws Exception {
        expect(get(TASKS).cookie(COOKIE).header("Origin", FOE), 200, ANN)
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/register",
        "POST, /api/v1/auth/login",
        "POST, /api/v1/auth/logout",
        "POST, /api/v1/auth/refresh",
        "GET, /api/v1",
        "GET, /api/v1/",
        "GET, /api/v1/health",
        "GET, /api/v1/version",
        "GET, /openapi.json",
        "GET, /docs",
        "GET, /docs/index.html",
        "GET, /api/v1/openapi.json",
        "GET, /health",
        "GET, /ready"
    })
    void strangers_and_those_with_a_stale_token_reach_what_needs_no_account(String method, String path)
            throws Exception {
        var stranger = request(HttpMethod.valueOf(method), path);
        expect(stranger, 200, "nobody");
        expect(stranger.cookie(new Cookie("access_token", "bad")), 200, "nobody");
    }

    @Test
    void signing_out_knows_whose_session_it_ends_but_not_for_a_foreign_page() throws Exception {
        var logout = "/api/v1/auth/logout";
        expect(post(logout).cookie(COOKIE), 200, ANN);
        expect(post(logout).cookie(COOKIE).header("Origin", FRIEND), 200, ANN);
        expect(post(logout).cookie(COOKIE).header("Origin", FOE), 403, "denied");
        expect(post(logout).header("Origin", FOE), 200, "nobody");
    }

    @Test
    void no_answer_begins_a_browser_session() throws Exception {
        expect(post(TASKS).header("Authorization", "Bearer good"), 200, ANN)
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull());
    }

    @Test
    void an_allowed_page_may_ask_with_credentials_and_read_the_answer_also_of_a_refusal() throws Exception {
        mvc.perform(preflight(FRIEND))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", FRIEND))
                .andExpect(header().string("Access-Control-Allow-Credentials", "true"))
                .andExpect(header().string("Access-Control-Allow-Headers", "content-type, cache-control"))
                .andExpect(header().string("Access-Control-Max-Age", "600"));
        expect(get(TASKS).header("Origin", FRIEND), 401, "Not authenticated")
                .andExpect(header().string("Access-Control-Allow-Origin", FRIEND));
    }

    @Test
    void a_foreign_page_is_refused_beforehand() throws Exception {
        mvc.perform(preflight(FOE))
                .andExpect(status().isBadRequest())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @Test
    void a_database_that_is_away_is_told_in_the_apis_words() throws Exception {
        expect(get(TASKS).header("Authorization", "Bearer away"), 503, "away");
    }

    @Test
    void a_malformed_path_is_the_clients_fault_without_an_error_dispatch() throws Exception {
        mvc.perform(get(URI.create("/api/v1/tasks/%2e%2e%2f%2e%2e;x=y")))
                .andExpect(status().isBadRequest())
                .andExpect(result ->
                        assertThat(result.getResponse().getErrorMessage()).isNull());
    }

    private ResultActions expect(MockHttpServletRequestBuilder request, int status, String body) throws Exception {
        return mvc.perform(request)
                .andExpect(status().is(status))
                .andExpect(content().string(body));
    }

    private static MockHttpServletRequestBuilder changing(String method) {
        return request(HttpMethod.valueOf(method), TASKS).cookie(COOKIE);
    }

    private static MockHttpServletRequestBuilder preflight(String origin) {
        return options(TASKS)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "content-type, cache-control");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import(ApiSecurity.class)
    static class Programs {

        @Bean
        AccessTokens tokens() {
            return new AccessTokens() {
                @Override
                public String issue(SignedIn session) {
                    return "good";
                }

                @Override
                public Optional<SignedIn> read(String token) {
                    if (token.equals("away")) {
                        throw new DataAccessResourceFailureException("away");
                    }
                    return token.equals("good") ? Optional.of(Sessioned.signedIn(Sessioned.ANN)) : Optional.empty();
                }

                @Override
                public String verificationKeys() {
                    return "{}";
                }
            };
        }

        @Bean
        PersonalTokens personal() {
            return new OnePersonalToken();
        }

        @Bean
        SecuritySettings settings() {
            return new SecuritySettings(
                    Path.of("unused"),
                    null,
                    8,
                    Duration.ofHours(12),
                    Duration.ofDays(14),
                    List.of(FRIEND),
                    false,
                    URI.create("https://tasks.example.org/"));
        }

        @Bean("api")
        AuthenticationEntryPoint signInFirst() {
            return (request, response, why) -> {
                response.setStatus(401);
                response.getWriter()
                        .write(why instanceof BadCredentialsException ? why.getMessage() : "Not authenticated");
            };
        }

        @Bean
        @Qualifier("api")
        AccessDeniedHandler denied() {
            return (request, response, why) -> {
                response.setStatus(403);
                response.getWriter().write("denied");
            };
        }

        @Bean
        Everything everything() {
            return new Everything();
        }

        @Bean
        Faults faults() {
            return new Faults();
        }
    }

    @RestController
    static class Everything {

        @RequestMapping("/**")
        String who() {
            return Acting.signedIn().map(SignedIn::getName).orElse("nobody");
        }
    }

    @RestControllerAdvice
    static class Faults {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
        String away(DataAccessResourceFailureException failed) {
            return "away";
        }
    }
}
