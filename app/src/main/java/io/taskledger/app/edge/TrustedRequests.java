package io.taskledger.app.edge;

import jakarta.servlet.http.HttpServletRequest;

/** How a request came. */
public final class TrustedRequests {

    private TrustedRequests() {}

    /** Whether it came by a proxy that the operator named, so that its headers are the proxy's. */
    public static boolean cameByProxy(HttpServletRequest request) {
        return request.getAttribute(BehindProxies.TRUSTED) != null;
    }
}
