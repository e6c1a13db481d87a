package lyceum.fake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import lyceum.domain.identity.RefreshGrant;
import lyceum.domain.identity.TokenStore;

public final class InMemoryTokenStore implements TokenStore {

    private final InstantSource clock;
    private final ConcurrentMap<String, RefreshGrant> grants = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> revocations = new ConcurrentHashMap<>();

    public InMemoryTokenStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void save(RefreshGrant grant) {
        grants.put(grant.tokenHash(), grant);
    }

    @Override
    public Optional<RefreshGrant> find(String tokenHash) {
        return Optional.ofNullable(grants.get(tokenHash)).filter(grant -> stands(grant.expiresAt()));
    }

    @Override
    public boolean remove(String tokenHash) {
        var removed = grants.remove(tokenHash);
        return removed != null && stands(removed.expiresAt());
    }

    @Override
    public void revoke(String tokenId, Instant expiresAt) {
        revocations.merge(tokenId, expiresAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public boolean revoked(String tokenId) {
        var until = revocations.get(tokenId);
        return until != null && stands(until);
    }

    private boolean stands(Instant until) {
        return clock.instant().isBefore(until);
    }
}
