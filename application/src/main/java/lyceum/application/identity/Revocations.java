package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Authority;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;

/**
 * What this process knows to be revoked: all there is for a request to ask as long as it is synchronised.
 *
 * <p>The <em>horizon</em> is the moment before which everything that was revoked anywhere is known here; {@link
 * RevocationFollower} moves it, behind answers of the store alone. A process whose horizon is no further back than the bound may
 * decide by what it knows, and then nothing that was revoked longer ago than the bound is admitted. One whose horizon is further
 * back may not: {@link Standing} asks the store.
 *
 * <p>What is known is forgotten when every token that it can concern has expired. A token that lives longer than
 * those that this process issues may outlast what it remembers, so of such it knows nothing.
 */
public final class Revocations {

    /** For tokens that were being signed when theirs was revoked. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private final Map<SessionId, Long> sessions = new ConcurrentHashMap<>();
    private final Map<UserId, Known> accounts = new ConcurrentHashMap<>();
    private final Duration accessLifetime;
    private final Duration bound;
    private final InstantSource clock;
    private volatile long everybody;
    private volatile long horizon = Long.MIN_VALUE;

    /** Only the follower's turns read and write it. */
    private volatile long lastForgotten;

    private record Known(Authority authority, long since) {}

    /**
     * @param accessLifetime of the tokens that this process issues
     * @param clock which is never set back
     */
    public Revocations(Duration accessLifetime, Duration bound, InstantSource clock) {
        this.accessLifetime = accessLifetime;
        this.bound = bound;
        this.clock = clock;
    }

    /** Whether what is known may decide. */
    boolean decides(AccessClaims claims) {
        return synchronised()
                && Duration.between(claims.issuedAt(), claims.expiresAt()).compareTo(accessLifetime) <= 0;
    }

    /** Whether everything that was revoked longer ago than the bound is known. */
    public boolean synchronised() {
        var known = horizon;
        return known != Long.MIN_VALUE && clock.millis() - known <= bound.toMillis();
    }

    /** Who the bearer is; empty if the token, its session, its account or everybody's tokens are revoked. */
    Optional<Actor> actor(AccessClaims claims) {
        if (sessions.containsKey(claims.session()) || tokens.containsKey(claims.tokenId())) {
            return Optional.empty();
        }
        var known = accounts.get(claims.user());
        var account = known == null
                ? new Authority(claims.role(), AccountState.ACTIVE, claims.epoch().account(), 0)
                : known.authority();
        return account.isActive() && claims.epoch().standsIn(new Epoch(account.epoch(), everybody))
                ? Optional.of(new Actor(claims.user(), account.role()))
                : Optional.empty();
    }

    /** The latest version of the account that was heard of; zero if it has not changed lately. */
    public long version(UserId user) {
        var known = accounts.get(user);
        return known == null ? 0 : known.authority().version();
    }

    public void apply(Revocation revocation) {
        var now = clock.millis();
        switch (revocation) {
            case Revocation.OfToken(var id) -> tokens.put(id, now);
            case Revocation.OfSession(var id) -> sessions.put(id, now);
            case Revocation.OfAccount(var user, var authority) -> accounts.merge(
                    user, new Known(authority, now), Revocations::later);
            case Revocation.OfEverybody(var epoch) -> raise(epoch);
        }
    }

    /** Of two the higher version, remembered from the last time that it was heard of. */
    private static Known later(Known one, Known other) {
        return one.authority().version() > other.authority().version() ? one : other;
    }

    private synchronized void raise(long epoch) {
        everybody = Math.max(everybody, epoch);
    }

    /** All that was revoked before the moment has been applied. */
    void confirm(long until) {
        horizon = until;
        if (until - lastForgotten > SLACK.toMillis()) {
            lastForgotten = until;
            forget(until - memory().toMillis());
        }
    }

    private void forget(long oldest) {
        tokens.values().removeIf(since -> since < oldest);
        sessions.values().removeIf(since -> since < oldest);
        accounts.values().removeIf(known -> known.since() < oldest);
    }

    /** For how long something is remembered. */
    Duration memory() {
        return accessLifetime.plus(SLACK);
    }
}
