package io.taskledger.security.web;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class KnownHostsTest {

    private final KnownHosts hosts = new KnownHosts(List.of("tasks.example.org", "[::1]", "127.0.0.1"));

    @ParameterizedTest
    @CsvSource({
        "tasks.example.org, /login, true",
        "TASKS.example.ORG, /api/v1/tasks, true",
        "[::1], /login, true",
        "127.0.0.1, /, true",
        "tasks.example.org.evil.example, /login, false",
        "evil.example, /api/v1/tasks, false",
        "example.org, /login, false",
        "127.0.0.2, /login, false",
        "10.2.3.4, /ready, true",
        "10.2.3.4, /health, true",
        "10.2.3.4, /api/v1/health, true",
        "10.2.3.4, /health/../api/v1/tasks, false"
    })
    void a_name_that_nobody_gave_is_not_answered_under(String host, String path, boolean answered) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        hosts.doFilter(request, response, chain);

        assertThat(chain.getRequest() != null).isEqualTo(answered);
        assertThat(response.getStatus()).isEqualTo(answered ? 200 : 421);
        assertThat(response.getContentAsString()).doesNotContain("evil");
    }
}
