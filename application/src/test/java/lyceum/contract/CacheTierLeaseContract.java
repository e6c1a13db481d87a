package lyceum.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.domain.cache.Lease;
import org.junit.jupiter.api.Test;

/** Who may fill, and until when an entry is served. */
public interface CacheTierLeaseContract extends CacheTierFixture {

    @Test
    default void theFirstToFindNothingGetsTheLeaseAndTheOthersAreBusy() {
        var cache = cache();
        cache.lease(KEY);
        cache.assertBusy(KEY);
        cache.assertBusy(KEY);
    }

    @Test
    default void aFillUnderALeaseIsStored() {
        var cache = cache();
        var entry = fresh(3);
        assertThat(cache.fill(cache.lease(KEY), entry)).isTrue();
        cache.assertHits(KEY, entry);
    }

    @Test
    default void aFillUnderAnInventedLeaseIsRefused() {
        var cache = cache();
        assertThat(cache.fill(new Lease(KEY, "invented"), fresh(1))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aFillUnderAnotherKeysLeaseIsRefusedAndEndsNoLease() {
        var cache = cache();
        var foreign = cache.lease(OTHER);
        var own = cache.lease(KEY);
        assertThat(cache.fill(new Lease(KEY, foreign.token() + "x"), fresh(1))).isFalse();
        assertThat(cache.fill(new Lease(KEY, foreign.token()), fresh(1))).isFalse();
        assertThat(cache.fill(own, fresh(1))).isTrue();
    }

    @Test
    default void aLeaseIsGoodForOneFill() {
        var cache = cache();
        var lease = cache.lease(KEY);
        var entry = fresh(1);
        assertThat(cache.fill(lease, entry)).isTrue();
        assertThat(cache.fill(lease, fresh(2))).isFalse();
        cache.assertHits(KEY, entry);
    }

    @Test
    default void aLeaseDiesByItself() {
        var cache = hastyCache();
        var lease = cache.lease(KEY);
        passTime(leaseTime());
        assertThat(cache.fill(lease, fresh(1))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aDeadLeaseHarmsNotTheOneThatFollowed() {
        var dead = hastyCache().lease(KEY);
        passTime(leaseTime());
        var cache = cache();
        var lease = cache.lease(KEY);
        assertThat(cache.fill(dead, fresh(1))).isFalse();
        cache.release(dead);
        var entry = fresh(2);
        assertThat(cache.fill(lease, entry)).isTrue();
        cache.assertHits(KEY, entry);
    }

    @Test
    default void aReleasedLeasePassesToTheNextAtOnce() {
        var cache = cache();
        var released = cache.lease(KEY);
        cache.release(released);
        var lease = cache.lease(KEY);
        assertThat(cache.fill(released, fresh(1))).isFalse();
        assertThat(cache.fill(lease, fresh(1))).isTrue();
    }

    @Test
    default void aStaleEntryIsServedWithALeaseToOneCallerOnly() {
        var cache = cache();
        var entry = stale(1);
        cache.put(KEY, entry);
        assertThat(cache.assertStale(KEY, entry)).isNotNull();
        assertThat(cache.assertStale(KEY, entry)).isNull();
    }

    @Test
    default void aRefreshedEntryIsFreshAgain() {
        var cache = cache();
        var old = stale(1);
        cache.put(KEY, old);
        var refreshed = fresh(1);
        assertThat(cache.fill(requireNonNull(cache.assertStale(KEY, old)), refreshed)).isTrue();
        cache.assertHits(KEY, refreshed);
    }

    @Test
    default void anOlderVersionNeverOverwritesAndItsLeaseEnds() {
        var cache = cache();
        var held = stale(5);
        cache.put(KEY, held);
        var lease = requireNonNull(cache.assertStale(KEY, held));
        assertThat(cache.fill(lease, fresh(4))).isFalse();
        assertThat(cache.assertStale(KEY, held)).as("the next lease").isNotNull();
    }

    @Test
    default void aNewerVersionOverwrites() {
        var cache = cache();
        var held = stale(5);
        cache.put(KEY, held);
        var newer = fresh(6);
        assertThat(cache.fill(requireNonNull(cache.assertStale(KEY, held)), newer)).isTrue();
        cache.assertHits(KEY, newer);
    }

    @Test
    default void anEntryGrowsStaleAsTimePasses() {
        var cache = cache();
        var entry = lasting(fresh(1).content(), Duration.ofMillis(300), Duration.ofMinutes(1));
        cache.put(KEY, entry);
        passTime(Duration.ofMillis(300).plusMillis(tolerance()));
        assertThat(cache.assertStale(KEY, entry)).isNotNull();
    }

    @Test
    default void anEntryPastItsHardLimitIsNotServed() {
        var cache = cache();
        cache.put(KEY, lasting(fresh(1).content(), Duration.ofMillis(100), Duration.ofMillis(300)));
        passTime(Duration.ofMillis(300).plusMillis(tolerance()));
        assertThat(cache.peek(KEY)).isNull();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void anEntryFilledPastItsHardLimitIsNotServed() {
        var cache = cache();
        cache.fill(cache.lease(KEY), lasting(fresh(1).content(), Duration.ofMillis(-20), Duration.ofMillis(-10)));
        cache.assertHasNothing(KEY);
    }
}
