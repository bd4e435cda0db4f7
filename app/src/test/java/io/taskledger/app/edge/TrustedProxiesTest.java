package io.taskledger.app.edge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.2, false",
        "10.255.0.3, true",
        "11.0.0.1, false",
        "fd12::1, true",
        "fe80::1, false",
        "proxy.example.org, false",
        "'', false",
        "10.1, false",
    })
    void a_proxy_is_trusted_by_its_address_or_network(String address, boolean trusted) {
        assertThat(PROXIES.contains(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "'198.51.100.1, 203.0.113.7', 203.0.113.7",
        "'127.0.0.1, 203.0.113.7', 203.0.113.7",
        "'198.51.100.1, 203.0.113.7, 10.0.0.4', 203.0.113.7",
        "'203.0.113.7, unknown, 10.0.0.4', 10.0.0.4",
        "'203.0.113.7, evil\"}', 10.0.0.1",
        "'2001:db8::5, fd00::2', 2001:db8::5",
        "'10.0.0.9, 10.0.0.4', 10.0.0.9",
        "', ,', 10.0.0.1",
    })
    void the_client_is_the_last_address_that_no_trusted_proxy_could_have_been_told(String forwarded, String client) {
        assertThat(PROXIES.client("10.0.0.1", forwarded)).isEqualTo(client);
    }

    @Test
    void nobody_is_trusted_where_nobody_is_named() {
        assertThat(TrustedProxies.of(List.of()).contains("127.0.0.1")).isFalse();
    }
}
