package lyceum.fake;

import lyceum.contract.AccessTokenIssuerContract;
import lyceum.domain.identity.AccessTokenIssuer;

class NumberedAccessTokensTest implements AccessTokenIssuerContract {

    private final AccessTokenIssuer issuer = new NumberedAccessTokens();

    @Override
    public AccessTokenIssuer issuer() {
        return issuer;
    }
}
