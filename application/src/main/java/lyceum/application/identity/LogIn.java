package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import lyceum.application.Digests;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.RefreshGrant;
import lyceum.domain.identity.TokenStore;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;

/** Exchanges a password for tokens. An unknown account costs the same time as a wrong password. */
public final class LogIn {

    private final UserRepository users;
    private final PasswordHasher hasher;
    private final AccessTokenIssuer accessTokens;
    private final TokenStore refreshTokens;
    private final Secrets secrets;
    private final Duration refreshLifetime;
    private final InstantSource clock;
    private final PasswordHash nobodys;

    public LogIn(
            UserRepository users,
            PasswordHasher hasher,
            AccessTokenIssuer accessTokens,
            TokenStore refreshTokens,
            Secrets secrets,
            Duration refreshLifetime,
            InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.secrets = secrets;
        this.refreshLifetime = refreshLifetime;
        this.clock = clock;
        this.nobodys = hasher.hash(secrets.next());
    }

    /** Tokens, or empty if there is no such account or the password is not its own: which of the two is not told. */
    public Optional<TokenPair> logIn(Email email, String password) {
        var user = users.findByEmail(email);
        var matches = hasher.matches(password, user.map(User::passwordHash).orElse(nobodys));
        return matches ? user.map(this::tokens) : Optional.empty();
    }

    private TokenPair tokens(User user) {
        var refreshToken = secrets.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        refreshTokens.save(new RefreshGrant(HexFormat.of().formatHex(Digests.sha256(refreshToken)), user.id(), now,
                now.plus(refreshLifetime)));
        return new TokenPair(accessTokens.issue(user), refreshToken);
    }
}
