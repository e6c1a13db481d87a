package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import org.jspecify.annotations.Nullable;

/** A tier as a test speaks to it: it waits for every answer, and knows what to expect of it. */
public record TierProbe(CacheTier tier, long tolerance) {

    private static final int PATIENCE_SECONDS = 30;

    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError("the tier did not answer", failure);
        }
    }

    public @Nullable CacheEntry peek(CacheKey key) {
        return tier.peek(key);
    }

    public Lookup lookup(CacheKey key) {
        return await(tier.lookup(key));
    }

    public Lookup lookup(CacheKey key, Demand demand) {
        return await(tier.lookup(key, demand));
    }

    public Map<CacheKey, Lookup> lookupAll(Collection<CacheKey> keys) {
        return await(tier.lookupAll(keys));
    }

    public boolean fill(Lease lease, CacheEntry entry) {
        return await(tier.fill(lease, entry));
    }

    public void release(Lease lease) {
        await(tier.release(lease));
    }

    public Fence fence(CacheKey key) {
        return await(tier.fence(key));
    }

    public boolean publish(Fence fence, CacheEntry entry) {
        return await(tier.publish(fence, entry));
    }

    public void lift(Fence fence) {
        await(tier.lift(fence));
    }

    /** @return whether it was news */
    public boolean invalidate(CacheKey key, long version) {
        return await(tier.invalidate(key, version));
    }

    /** @return whether it was news */
    public boolean told(CacheKey key, long version) {
        return await(tier.told(key, version));
    }

    public boolean invalidate(CacheKey key) {
        return invalidate(key, Long.MAX_VALUE);
    }

    public void invalidateTags(Tag... tags) {
        await(tier.invalidateTags(Set.of(tags)));
    }

    public long invalidatePrefix(String prefix) {
        return await(tier.invalidatePrefix(prefix));
    }

    public void clear() {
        await(tier.clear());
    }

    public void confirm(long from, long until) {
        await(tier.confirm(from, until));
    }

    public long confirmedUntil() {
        return await(tier.confirmedUntil());
    }

    /** The lease on a key of which nothing is held. */
    public Lease lease(CacheKey key) {
        return leaseIn(lookup(key));
    }

    static Lease leaseIn(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Leased.class);
        return ((Lookup.Leased) lookup).lease();
    }

    public void put(CacheKey key, CacheEntry entry) {
        assertThat(fill(lease(key), entry)).as("stored %s", key).isTrue();
    }

    public void assertHits(CacheKey key, CacheEntry entry) {
        var lookup = lookup(key);
        assertThat(lookup).isInstanceOf(Lookup.Hit.class);
        assertSame(((Lookup.Hit) lookup).entry(), entry);
    }

    /** @return the lease that came with the entry */
    public @Nullable Lease assertStale(CacheKey key, CacheEntry entry) {
        return assertStale(key, Demand.FRESH, entry);
    }

    /** @return the lease that came with the entry */
    public @Nullable Lease assertStale(CacheKey key, Demand demand, CacheEntry entry) {
        var lookup = lookup(key, demand);
        assertThat(lookup).isInstanceOf(Lookup.Stale.class);
        var stale = (Lookup.Stale) lookup;
        assertSame(stale.entry(), entry);
        return stale.lease();
    }

    /** That the next reader would be the one to load. */
    public void assertHasNothing(CacheKey key) {
        release(lease(key));
    }

    public void assertBusy(CacheKey key) {
        assertThat(lookup(key)).isEqualTo(new Lookup.Busy());
    }

    void assertSame(CacheEntry actual, CacheEntry expected) {
        assertThat(actual.content()).isEqualTo(expected.content());
        assertThat(actual.loadedAt()).isCloseTo(expected.loadedAt(), within(tolerance));
        assertThat(actual.freshUntil()).isCloseTo(expected.freshUntil(), within(tolerance));
        assertThat(actual.staleUntil()).isCloseTo(expected.staleUntil(), within(tolerance));
    }
}
