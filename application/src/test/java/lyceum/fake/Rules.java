package lyceum.fake;

import java.time.Duration;
import java.util.Set;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Trust;
import org.jspecify.annotations.Nullable;

/** What one tier goes by: how long it believes, and which of its mechanisms are on. */
final class Rules {

    private final @Nullable Duration bound;
    private final boolean leases;
    private final boolean fences;
    private final boolean generations;
    private final boolean contiguity;
    private final boolean epochs;
    private Trust trust;
    private long tokens;

    /** @param bound null to believe without bound */
    Rules(@Nullable Duration bound, Set<Mechanism> off) {
        this.bound = off.contains(Mechanism.TRUST) ? null : bound;
        this.leases = !off.contains(Mechanism.LEASES);
        this.fences = !off.contains(Mechanism.FENCES);
        this.generations = !off.contains(Mechanism.GENERATIONS);
        this.contiguity = !off.contains(Mechanism.CONTIGUITY);
        this.epochs = !off.contains(Mechanism.EPOCHS);
        this.trust = newTrust();
    }

    private Trust newTrust() {
        return bound == null ? Trust.unconditional() : Trust.within(bound);
    }

    Trust trust() {
        return trust;
    }

    /** As a server does that has lost what it knew, or got back what it knew once. */
    void trustFrom(long horizon) {
        trust = newTrust();
        trust.confirm(horizon);
    }

    boolean leases() {
        return leases;
    }

    boolean fences() {
        return fences;
    }

    boolean generations() {
        return generations;
    }

    boolean contiguity() {
        return contiguity;
    }

    boolean epochs() {
        return epochs;
    }

    /** Never one that was given before, whatever else was lost. */
    String newToken() {
        return Long.toString(++tokens);
    }
}
