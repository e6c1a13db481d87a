package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;

/**
 * Exchanges a refresh token for the next tokens of its session (RFC 9700, 4.14.2). Only the current one can be exchanged, and
 * once. Whoever shows its immediate predecessor soon after is taken to repeat a request whose answer was lost, and gets the same
 * answer. Whoever shows any other that was the session's has a copy, or was copied: the session ends for both.
 */
public final class RefreshSession {

    /** For an answer to get lost and a client to ask again. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final SessionRepository sessions;
    private final UserRepository users;
    private final RefreshChain chain;
    private final OpenSession tokens;
    private final EndSessions endings;
    private final InstantSource clock;

    public RefreshSession(
            SessionRepository sessions,
            UserRepository users,
            RefreshChain chain,
            OpenSession tokens,
            EndSessions endings,
            InstantSource clock) {
        this.sessions = sessions;
        this.users = users;
        this.chain = chain;
        this.tokens = tokens;
        this.endings = endings;
        this.clock = clock;
    }

    /** The next tokens; empty if the token does not count, for whatever reason. */
    public Optional<TokenPair> refresh(String refreshToken) {
        var token = RefreshToken.parse(refreshToken).orElse(null);
        if (token == null) {
            return Optional.empty();
        }
        // Before the user is read: what is revoked after that is revoked for what is issued here.
        var everybody = users.epochOfEverybody();
        return sessions.family(token.session()).flatMap(family -> users.find(family.session().user())
                .filter(User::isActive)
                .flatMap(user -> exchanged(token, family, user, new Epoch(user.epoch(), everybody))));
    }

    private Optional<TokenPair> exchanged(RefreshToken token, Family family, User user, Epoch epoch) {
        if (!family.session().standsAt(clock.instant(), epoch)) {
            return Optional.empty();
        }
        if (!family.current().refreshTokenHash().equals(token.hash())) {
            return repeated(token, family, user, epoch);
        }
        var next = chain.next(token);
        var grant = tokens.grant(next, family.current().number() + 1);
        return sessions.rotate(token.session(), token.hash(), grant)
                ? Optional.of(tokens.pair(next, family.session(), grant, user, epoch))
                : sessions.family(token.session()).flatMap(now -> repeated(token, now, user, epoch));
    }

    private Optional<TokenPair> repeated(RefreshToken token, Family family, User user, Epoch epoch) {
        var current = family.current();
        var successor = chain.next(token, current);
        if (successor.isPresent() && isRecent(current)) {
            return Optional.of(tokens.pair(successor.get(), family.session(), current, user, epoch));
        }
        if (chain.precedes(token, current)) {
            endings.end(token.session());
        }
        return Optional.empty();
    }

    /** Ends the session of a token that is or was its own; anything else changes nothing. */
    public void revoke(String refreshToken) {
        RefreshToken.parse(refreshToken)
                .filter(token -> sessions.family(token.session())
                        .filter(family -> isOf(family, token))
                        .isPresent())
                .ifPresent(token -> endings.end(token.session()));
    }

    private boolean isOf(Family family, RefreshToken token) {
        return family.current().refreshTokenHash().equals(token.hash()) || chain.precedes(token, family.current());
    }

    private boolean isRecent(Grant grant) {
        return !clock.instant().isAfter(grant.issuedAt().plus(GRACE));
    }
}
