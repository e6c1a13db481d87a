package lyceum.fake;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.TierUnavailable;
import lyceum.fake.FaultyCacheTier.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.Test;

class FaultyCacheTierTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "c1");

    private final InMemoryCacheTier sound = InMemoryCacheTier.remote("far", new ManualClock());
    private final FaultyCacheTier faulty = new FaultyCacheTier(sound);

    @Test
    void aLostRequestHappenedNotAndALostAnswerDid() {
        faulty.faults().inject(Fault.FAIL_BEFORE, Operation.LOOKUP);
        assertThat(faulty.lookup(KEY).toCompletableFuture().exceptionNow()).isInstanceOf(TierUnavailable.class);
        faulty.faults().heal();
        assertThat(await(faulty.lookup(KEY))).isInstanceOf(Lookup.Leased.class);
        faulty.faults().injectOnce(Fault.FAIL_AFTER, Operation.CLEAR);
        assertThat(faulty.clear().toCompletableFuture()).isCompletedExceptionally();
        assertThat(await(faulty.lookup(KEY))).as("cleared all the same").isInstanceOf(Lookup.Leased.class);
        assertThat(faulty.faults().calls(Operation.LOOKUP)).isEqualTo(3);
    }

    @Test
    void whatIsHeldHappensOrAnswersWhenReleased() {
        faulty.faults().injectOnce(Fault.HOLD_BEFORE, Operation.LOOKUP);
        var late = faulty.lookup(KEY).toCompletableFuture();
        faulty.faults().injectOnce(Fault.HOLD_AFTER, Operation.LOOKUP);
        var first = faulty.lookup(KEY).toCompletableFuture();
        assertThat(late).isNotDone();
        assertThat(first).isNotDone();
        faulty.faults().releaseHeld();
        assertThat(first.join()).isInstanceOf(Lookup.Leased.class);
        assertThat(late.join()).isEqualTo(new Lookup.Busy());
    }

    @Test
    void aServerThatIsGoneFailsEverything() {
        faulty.faults().failAll();
        assertThat(faulty.stats().toCompletableFuture()).isCompletedExceptionally();
        assertThat(faulty.fence(KEY).toCompletableFuture()).isCompletedExceptionally();
    }
}
