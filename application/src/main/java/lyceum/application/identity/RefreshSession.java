package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;

/**
 * Exchanges a refresh token for the next tokens of its session (RFC 9700, 4.14.2). Only the current one can be exchanged, and
 * once. Whoever shows its immediate predecessor gets the same answer as long as nobody is known to have got it, and for a while
 * after: it may have been lost, on its way or before. Whoever shows any other that was the session's has a copy, or was copied:
 * the session ends for both.
 *
 * <p>That an answer was given is noted before it is given, and after all else that can fail. So one that this server failed to
 * give can be asked for however much later; if only the note failed, the next one to ask is answered and noted.
 */
public final class RefreshSession {

    /** From an answer on, for it to get lost and a client to ask again. */
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
        return family(token).flatMap(family -> users.find(family.session().user())
                .filter(User::isActive)
                .flatMap(user -> exchanged(token, family, user, new Epoch(user.epoch(), everybody))));
    }

    /** Empty if the token was never issued for the session, or the session has ended. */
    private Optional<Family> family(RefreshToken token) {
        return sessions.family(token.session()).filter(family -> chain.issued(token, family.current()));
    }

    private Optional<TokenPair> exchanged(RefreshToken token, Family family, User user, Epoch epoch) {
        if (!family.session().standsAt(clock.instant(), epoch)) {
            return Optional.empty();
        }
        if (!token.isOf(family.current())) {
            return repeated(token, family, user, epoch);
        }
        var seal = family.current().seal();
        var next = chain.next(token, seal);
        var grant = tokens.grant(next, seal);
        return sessions.rotate(token.session(), token.hash(), grant)
                ? Optional.of(answer(next, new Family(family.session(), grant), user, epoch))
                : sessions.family(token.session()).flatMap(now -> repeated(token, settled(token, now), user, epoch));
    }

    /** The store may show what it had before the token was exchanged, until it knows that the exchange will last. */
    private static Family settled(RefreshToken token, Family family) {
        if (token.isOf(family.current())) {
            throw new AccountsUnavailable(new IllegalStateException("an exchange is not settled yet"));
        }
        return family;
    }

    private Optional<TokenPair> repeated(RefreshToken token, Family family, User user, Epoch epoch) {
        var successor = chain.next(token, family.current());
        if (successor.isPresent() && isRepeatable(family.current())) {
            return Optional.of(answer(successor.get(), family, user, epoch));
        }
        endings.end(token.session());
        return Optional.empty();
    }

    private boolean isRepeatable(Grant grant) {
        return grant.answeredAt() == null || !clock.instant().isAfter(grant.answeredAt().plus(GRACE));
    }

    private TokenPair answer(RefreshToken token, Family family, User user, Epoch epoch) {
        var pair = tokens.pair(token, family.session(), family.current(), user, epoch);
        if (family.current().answeredAt() == null) {
            note(token);
        }
        return pair;
    }

    private void note(RefreshToken answer) {
        try {
            sessions.answered(answer.session(), answer.hash(), clock.instant());
        } catch (AccountsUnavailable away) {
            // What is not known to have been given can be asked for again, which does less harm than not giving it.
        }
    }

    /** Ends the session of a token that is or was its own; anything else changes nothing. */
    public void revoke(String refreshToken) {
        RefreshToken.parse(refreshToken)
                .filter(token -> family(token).isPresent())
                .ifPresent(token -> endings.end(token.session()));
    }
}
