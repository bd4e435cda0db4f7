package io.taskledger.app.edge;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies that the operator named, by address or network. */
record TrustedProxies(List<IpAddressMatcher> networks) {

    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(IpAddressMatcher::new).toList());
    }

    /** @param address as the socket has it; what is no address is nobody's */
    boolean contains(String address) {
        return isAddress(address) && networks.stream().anyMatch(network -> network.matches(address));
    }

    /**
     * Whom the nearest trusted proxy asks for: the last of the addresses that is no trusted proxy's, since whatever stands
     * before it may have been made up by that one (RFC 7239 §8.1).
     *
     * @param peer the socket's other end, a trusted proxy
     * @param forwardedFor the addresses of {@code X-Forwarded-For}, each proxy's addition behind those it was given
     */
    String client(String peer, String forwardedFor) {
        var client = peer;
        for (var address : Arrays.asList(forwardedFor.split(",")).reversed()) {
            var one = address.strip();
            if (!isAddress(one)) {
                return client;
            }
            client = one;
            if (!contains(one)) {
                return client;
            }
        }
        return client;
    }

    /** In figures: a name would be looked up, and 10.1 is not what a proxy writes. */
    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return text.contains(":") || text.chars().filter(one -> one == '.').count() == 3;
        } catch (IllegalArgumentException no) {
            return false;
        }
    }
}
