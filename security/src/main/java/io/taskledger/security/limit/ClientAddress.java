package io.taskledger.security.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where the request of the calling thread comes from: the socket's other end or, where that is a proxy that the operator
 * named, whom it asks for (app's {@code edge}). Of anybody else no header counts, since anybody can send those.
 */
@Component
public class ClientAddress {

    private static final String NO_REQUEST = "none";
    private static final int PREFIX_BYTES = 8;

    /**
     * To count by: of an IPv6 address only the network (its first 64 bits, RFC 4291 §2.5.1), since within it everybody has
     * as many addresses as they like. Whatever comes by no request counts as coming from one place.
     */
    public String toCountBy() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? network(attributes.getRequest().getRemoteAddr())
                : NO_REQUEST;
    }

    static String network(String address) {
        try {
            return switch (InetAddress.ofLiteral(address)) {
                case Inet6Address wide ->
                    HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(wide.getAddress(), PREFIX_BYTES)) + "/64";
                // Also what is written as an IPv6 address, but is none.
                case InetAddress narrow -> narrow.getHostAddress();
            };
        } catch (IllegalArgumentException noAddress) {
            return address; // as the server has it
        }
    }
}
