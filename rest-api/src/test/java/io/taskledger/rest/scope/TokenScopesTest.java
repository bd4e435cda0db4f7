package io.taskledger.rest.scope;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.taskledger.rest.RestServer;
import io.taskledger.rest.account.PretendTokens;
import io.taskledger.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs with tokens of their own may do, for every route that there is. */
class TokenScopesTest extends RestServer {

    private static final String BEARER = "Bearer " + PretendTokens.TOKEN;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** One that somebody has added without saying what it is about is found here; and no token reaches it. */
    @Test
    void every_route_says_what_it_is_about() {
        var silent = routes().filter(route -> Realm.of(route.operation()).isEmpty())
                .map(route -> route.method() + " " + route.path())
                .toList();

        assertThat(silent)
                .as("routes without @Within, on them or on their controller")
                .isEmpty();
    }

    @Test
    void no_route_is_reached_without_each_of_its_scopes() {
        for (var route : routes().toList()) {
            var needed = Realm.of(route.operation()).orElseThrow().needed(route.method());
            var lacking = needed.isEmpty()
                    ? List.of(Set.of(Scope.values()))
                    : needed.stream().map(TokenScopesTest::allBut).toList();
            for (var scopes : lacking) {
                tokens.scopes.clear();
                tokens.scopes.addAll(scopes);
                var answer = stranger(route.method(), route.path(), "", "Authorization", BEARER);
                assertThat(answer.status()).as(route + " with " + scopes).isEqualTo(403);
                assertThat(answer.json().path("title").asString()).isEqualTo("Insufficient Scope");
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"insufficient_scope\"");
            }
        }
        assertThat(house.commands).isEmpty();
        assertThat(house.ofAccounts).isEmpty();
        assertThat(tokens.asked).isEmpty();
        assertThat(sessions.asked).isEmpty();
    }

    @Test
    void no_route_that_a_token_may_take_is_closed_to_one_with_its_scopes() {
        for (var route : routes().toList()) {
            var needed = Realm.of(route.operation()).orElseThrow().needed(route.method());
            if (!needed.isEmpty()) {
                tokens.scopes.clear();
                tokens.scopes.addAll(needed);
                var answer = stranger(route.method(), route.path(), "", "Authorization", BEARER);
                assertThat(answer.text()).as(route.toString()).doesNotContain("Insufficient Scope");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tasks, TASKS_READ",
        "POST, /api/v1/tasks, TASKS_WRITE",
        "GET, /api/v1/users/me, ACCOUNT_READ",
        "PATCH, /api/v1/users/me, ACCOUNT_WRITE",
        "GET, /api/v1/admin/projections, ADMIN"
    })
    void the_answer_names_the_scope_that_is_lacking(String method, String path, Scope scope) {
        tokens.scopes.addAll(allBut(scope));

        var answer = stranger(method, path, "", "Authorization", BEARER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope.text()));
        assertThat(answer.json().path("detail").asString()).isEqualTo("The token needs the scope " + scope.text());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/users/me/tokens",
        "GET, /api/v1/users/me/tokens",
        "DELETE, /api/v1/users/me/sessions",
        "PATCH, /api/v1/users/me/change-password",
        "PATCH, /api/v1/users/me/email",
        "DELETE, /api/v1/users/me",
        "GET, /api/v1/users/me/export"
    })
    void what_is_for_the_person_alone_no_token_can_do(String method, String path) {
        tokens.scopes.addAll(Set.of(Scope.values()));

        var answer = stranger(method, path, "{}", "Authorization", BEARER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).isEqualTo("No token may do this: sign in for it");
    }

    @Test
    void a_token_of_no_use_in_a_cookie_and_a_false_one_are_refused() {
        tokens.scopes.addAll(Set.of(Scope.values()));

        assertThat(stranger("GET", "/api/v1/tasks", "", "Authorization", BEARER).status())
                .isEqualTo(200);
        assertThat(stranger("GET", "/api/v1/tasks", "", "Cookie", "access_token=" + PretendTokens.TOKEN)
                        .status())
                .isEqualTo(401);
        assertThat(stranger("GET", "/api/v1/tasks", "", "Authorization", BEARER + "x")
                        .status())
                .isEqualTo(401);
        assertThat(stranger("GET", "/api/v1/health", "", "Authorization", BEARER)
                        .status())
                .isEqualTo(200);
    }

    private record Route(String method, String path, HandlerMethod operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of ours that are not for everybody. */
    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.taskledger.rest"))
                .filter(entry -> !ScopeDoor.isOpen(entry.getValue()))
                .flatMap(entry -> paths(entry.getKey())
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, entry.getValue()))));
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        return info.getPatternValues().stream().map(path -> path.replaceAll("\\{[^}]*}", "7"));
    }

    private static Set<Scope> allBut(Scope scope) {
        return Set.copyOf(
                Stream.of(Scope.values()).filter(other -> other != scope).toList());
    }
}
