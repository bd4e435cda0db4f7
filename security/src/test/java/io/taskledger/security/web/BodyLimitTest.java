package io.taskledger.security.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class BodyLimitTest {

    @ParameterizedTest
    @CsvSource({
        "/, 2097152, false, 200",
        "/, 2097153, false, 413",
        "/login, 2097153, false, 413",
        "/, -1, true, 411",
        "/, -1, false, 200",
        "/VAADIN/push, 3000000, false, 413",
        "/VAADIN/dynamic/resource/1/key/upload, 3000000, false, 200",
        "/api/v1/tasks, 3000000, false, 200"
    })
    void a_page_sends_so_much_and_says_how_much_it_is(String path, long bytes, boolean chunked, int status)
            throws Exception {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        if (chunked) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        new BodyLimit().doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(status == 200);
    }
}
