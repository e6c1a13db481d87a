package lyceum.adapters.web.identity;

import lyceum.adapters.web.support.TestServer;
import lyceum.contract.AccessTokenIssuerContract;
import lyceum.domain.identity.AccessTokenIssuer;
import org.junit.jupiter.api.AfterAll;

final class JwtAccessTokenIssuerTest implements AccessTokenIssuerContract {

    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    public AccessTokenIssuer issuer() {
        return SERVER.bean(AccessTokenIssuer.class);
    }
}
