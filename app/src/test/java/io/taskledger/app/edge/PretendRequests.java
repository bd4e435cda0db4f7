package io.taskledger.app.edge;

import org.springframework.mock.web.MockHttpServletRequest;

/** Requests as the web server hands them on. */
public final class PretendRequests {

    private PretendRequests() {}

    public static MockHttpServletRequest with(boolean byProxy, String header, String value) {
        var request = new MockHttpServletRequest("GET", "/api/v1/tasks");
        request.addHeader(header, value);
        if (byProxy) {
            request.setAttribute(BehindProxies.TRUSTED, true);
        }
        return request;
    }
}
