package lyceum.adapters.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The load balancers whose word counts about where a request comes from. Each adds to {@code X-Forwarded-For} the address that it was
 * asked from; so the last one in it that is no trusted proxy's own is the client's. What stands before that, anybody can have
 * written.
 */
public final class TrustedProxies {

    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** Longer chains than any that is meant well; what stands further back is not looked at. */
    private static final int LONGEST = 20;

    private final List<IpSubnetFilterRule> subnets;

    private TrustedProxies(List<IpSubnetFilterRule> subnets) {
        this.subnets = subnets;
    }

    /** @param subnets addresses, or subnets such as {@code 10.0.0.0/8}, each without a {@link #fault} */
    public static TrustedProxies of(List<String> subnets) {
        return new TrustedProxies(subnets.stream().map(TrustedProxies::subnet).toList());
    }

    private static IpSubnetFilterRule subnet(String text) {
        var parts = text.split("/", -1);
        var bits = parts.length > 1 ? Integer.parseInt(parts[1]) : bits(parts[0]);
        return new IpSubnetFilterRule(parts[0], bits, IpFilterRuleType.ACCEPT);
    }

    private static int bits(String address) {
        return address.contains(":") ? 128 : 32;
    }

    /** What is wrong with a subnet; empty if it is one. */
    public static Optional<String> fault(String subnet) {
        var parts = subnet.split("/", 2);
        if (address(parts[0]) == null) {
            return Optional.of("has something that is no address");
        }
        var prefix = parts.length == 1 ? "0" : parts[1];
        return prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= bits(parts[0])
                ? Optional.empty()
                : Optional.of("has a subnet without a good number of bits");
    }

    /** Without asking anybody what a name stands for. */
    private static @Nullable InetAddress address(String text) {
        return NetUtil.createInetAddressFromIpAddressString(text);
    }

    /**
     * Where a request comes from.
     *
     * @param peer who sent it to us
     * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
     */
    public InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var client = peer;
        var chain = String.join(",", forwardedFor).split(",", -1);
        for (var i = chain.length - 1; i >= Math.max(0, chain.length - LONGEST) && trusts(client); i--) {
            var before = address(chain[i].strip());
            if (before == null) {
                break;
            }
            client = before;
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.matches(new InetSocketAddress(address, 0)));
    }
}
