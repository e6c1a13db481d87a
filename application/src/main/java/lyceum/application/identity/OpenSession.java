package lyceum.application.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import lyceum.application.IdSource;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;

/** Begins sessions, and makes the tokens of a session. */
public final class OpenSession {

    private static final int LONGEST_CLIENT = 200;

    private final SessionRepository sessions;
    private final SharedSessions shared;
    private final RefreshChain chain;
    private final AccessTokenIssuer issuer;
    private final IdSource ids;
    private final Secrets secrets;
    private final Lifetimes lifetimes;
    private final InstantSource clock;

    /** How long tokens are valid: each access token, and the refresh tokens of a session together. */
    public record Lifetimes(Duration access, Duration session) {}

    public OpenSession(
            SessionRepository sessions,
            SharedSessions shared,
            RefreshChain chain,
            AccessTokenIssuer issuer,
            IdSource ids,
            Secrets secrets,
            Lifetimes lifetimes,
            InstantSource clock) {
        this.sessions = sessions;
        this.shared = shared;
        this.chain = chain;
        this.issuer = issuer;
        this.ids = ids;
        this.secrets = secrets;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** @param epoch as it was read before or with the user: what is revoked meanwhile takes this along */
    TokenPair open(User user, Epoch epoch, String client) {
        var id = new SessionId(ids.next());
        var now = now();
        var session = new Session(id, user.id(), epoch, line(client), now, now, now.plus(lifetimes.session()));
        var seal = secrets.next();
        var token = chain.first(id, seal);
        var grant = grant(token, seal);
        sessions.insert(session, grant);
        shared.save(session);
        return pair(token, session, grant, user, epoch);
    }

    /** Of tokens that are still to be handed out. */
    Grant grant(RefreshToken token, String seal) {
        return new Grant(token.hash(), seal, secrets.next(), now(), null);
    }

    /** The tokens of a grant; the same for the same arguments. */
    TokenPair pair(RefreshToken token, Session session, Grant grant, User user, Epoch epoch) {
        var issued = grant.issuedAt().truncatedTo(ChronoUnit.SECONDS);
        var expires = earlier(issued.plus(lifetimes.access()), session.expiresAt().truncatedTo(ChronoUnit.SECONDS));
        var claims = new AccessClaims(
                grant.accessTokenId(), session.id(), user.id(), user.role(), epoch, issued, expires);
        return new TokenPair(issuer.issue(claims), token.text());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String line(String client) {
        var line = client.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0,
                line.offsetByCodePoints(0, Math.min(LONGEST_CLIENT, line.codePointCount(0, line.length()))));
    }
}
