package lyceum.adapters.web.identity;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.application.identity.Client;

/** Where requests come from. */
@Singleton
final class Clients {

    private final TrustedProxies proxies;

    Clients(WebOptions options) {
        this.proxies = options.proxies();
    }

    Client of(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var name = headers.get("User-Agent");
        var address = proxies.client(request.getRemoteAddress().getAddress(), headers.getAll("X-Forwarded-For"));
        return new Client(network(address), name == null ? "" : name);
    }

    /** Of an IPv6 address the half that its owner cannot choose. */
    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                : address.getHostAddress();
    }
}
