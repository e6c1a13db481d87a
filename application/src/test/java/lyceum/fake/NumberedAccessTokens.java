package lyceum.fake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.identity.AccessToken;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.User;

/** Tokens that say whose they are and nothing more. */
public final class NumberedAccessTokens implements AccessTokenIssuer {

    private final AtomicLong issued = new AtomicLong();

    @Override
    public AccessToken issue(User user) {
        return new AccessToken(user.id() + "." + issued.incrementAndGet(), Duration.ofMinutes(15));
    }
}
