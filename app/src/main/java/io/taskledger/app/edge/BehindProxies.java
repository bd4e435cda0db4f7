package io.taskledger.app.edge;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Believes a trusted proxy for whom it asks ({@code X-Forwarded-For}) and over what ({@code X-Forwarded-Proto}); of
 * everybody else the headers are left unread. Tomcat's own valve knows proxies by patterns only, not by networks.
 */
final class BehindProxies extends ValveBase {

    /** An attribute of requests that came by a trusted proxy. */
    static final String TRUSTED = BehindProxies.class.getName();

    private static final int HTTPS_PORT = 443;

    private final TrustedProxies proxies;

    BehindProxies(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var peer = request.getPeerAddr();
        if (proxies.contains(peer)) {
            request.setAttribute(TRUSTED, true);
            var forwardedFor = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
            var client = forwardedFor.isBlank() ? peer : proxies.client(peer, forwardedFor);
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            if ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                if (request.getServerPort() == request.getLocalPort()) {
                    request.setServerPort(HTTPS_PORT);
                }
            }
        }
        getNext().invoke(request, response);
    }
}
