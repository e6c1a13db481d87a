package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/32"));

    private static InetAddress address(String text) {
        return Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
        "10.1.2.3 | '' | 10.1.2.3",
        "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
        "10.1.2.3 | 1.1.1.1, 198.51.100.1 | 198.51.100.1",
        "10.1.2.3 | 1.1.1.1,198.51.100.1 ,10.9.9.9 , 192.0.2.1 | 198.51.100.1",
        "10.1.2.3 | 10.0.0.1 | 10.0.0.1",
        "10.1.2.3 | 198.51.100.1, unknown | 10.1.2.3",
        "10.1.2.3 | example.org | 10.1.2.3",
        "192.0.2.2 | 198.51.100.1 | 192.0.2.2",
        "2001:db8::1 | 2001:db9::1 | 2001:db9::1"
    })
    void the_last_one_that_is_no_proxy_of_ours_is_the_client(String peer, String chain, String client) {
        var values = chain.isEmpty() ? List.<String>of() : List.of(chain);
        assertThat(PROXIES.client(address(peer), values)).isEqualTo(address(client));
    }

    @Test
    void several_fields_are_one_list() {
        var values = List.of("1.1.1.1", "198.51.100.1", "10.0.0.1");
        assertThat(PROXIES.client(address("10.0.0.2"), values)).isEqualTo(address("198.51.100.1"));
    }

    @Test
    void without_proxies_nobody_is_believed() {
        var peer = address("127.0.0.1");
        assertThat(TrustedProxies.NONE.client(peer, List.of("198.51.100.1"))).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "192.0.2.1", "::1", "2001:db8::/32", "0.0.0.0/0"})
    void these_are_subnets(String text) {
        assertThat(TrustedProxies.fault(text)).isEmpty();
        TrustedProxies.of(List.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/", "10.0.0.0/8/8",
        "1.2.3.4.5"})
    void these_are_none(String text) {
        assertThat(TrustedProxies.fault(text)).isPresent();
    }
}
