package lyceum.adapters.caffeine;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import lyceum.domain.cache.Trust;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

/** That the tier stays within its limits whatever is asked of it. */
class CaffeineRoomTest {

    private static final int MANY = 100_000;
    private static final Duration LIFE = Duration.ofSeconds(30);

    /** Longer than the timer wheel may lag behind. */
    private static final Duration LAG = Duration.ofSeconds(5);

    private final CaffeineLimits limits = CaffeineLimits.ofBytes(1 << 20);
    private final ManualClock clock = new ManualClock();
    private final List<Runnable> alarms = new ArrayList<>();
    private final Scheduler scheduler = (executor, command, _, _) -> {
        alarms.add(() -> executor.execute(command));
        return new CompletableFuture<>();
    };
    private final CaffeineCacheTier tier = new CaffeineCacheTier(
            limits, Trust.unconditional(), Set.of(), clock, Runnable::run, scheduler);
    private final TierProbe cache = new TierProbe(tier, 0);

    private static CacheKey key(int number) {
        return new CacheKey(Kind.COURSE, "c" + number);
    }

    private CacheEntry present(int bytes) {
        return entry(new Content.Present(1, "\"1\"", Body.of(new byte[bytes])));
    }

    private CacheEntry absent() {
        return entry(new Content.Absent(0));
    }

    private CacheEntry entry(Content content) {
        var until = clock.millis() + LIFE.toMillis();
        return new CacheEntry(content, clock.millis(), until, until);
    }

    private TierStats stats() {
        return await(tier.stats());
    }

    private long guards() {
        return Objects.requireNonNull(stats().details().get("guards"));
    }

    private void timePasses(Duration time) {
        clock.advance(time);
        List.copyOf(alarms).forEach(Runnable::run);
    }

    @Test
    void entriesTakeNoMoreThanTheirBytes() {
        for (var i = 0; i < 1_000; i++) {
            cache.put(key(i), present(10_000));
            assertThat(stats().bytes()).isLessThanOrEqualTo(limits.bytes());
        }
        assertThat(stats().entries()).isBetween(50L, limits.bytes() / 10_000);
        assertThat(stats().evictions()).isEqualTo(1_000 - stats().entries());
    }

    @Test
    void anEntryLargerThanTheTierIsNotKept() {
        cache.put(key(1), present(2 << 20));
        cache.assertHasNothing(key(1));
    }

    @Test
    void expiredEntriesLeaveWithoutBeingRead() {
        for (var i = 0; i < 50; i++) {
            cache.put(key(i), i % 2 == 0 ? present(100) : absent());
        }
        assertThat(stats().entries()).isEqualTo(50);
        timePasses(LIFE.plus(LAG));
        assertThat(stats().entries()).isZero();
        assertThat(stats().bytes()).isZero();
        assertThat(stats().evictions()).isZero();
    }

    @Test
    void missingIdsPushNoCourseOut() {
        cache.put(key(-1), present(1_000));
        for (var i = 0; i < MANY; i++) {
            cache.put(key(i), absent());
        }
        assertThat(stats().entries()).isLessThanOrEqualTo(limits.absences() + 1);
        assertThat(cache.peek(key(-1))).isNotNull();
    }

    @Test
    void leasesEndWithTheirFill() {
        for (var i = 0; i < MANY; i++) {
            cache.put(key(i), absent());
        }
        assertThat(guards()).isZero();
    }

    @Test
    void leasesThatNobodyUsesDoNotAccumulate() {
        for (var i = 0; i < MANY; i++) {
            cache.lease(key(i));
        }
        timePasses(limits.leaseTime().plus(LAG));
        assertThat(guards()).isZero();
    }

    @Test
    void fencesAndFloorsDoNotAccumulate() {
        for (var i = 0; i < 1_000; i++) {
            cache.put(key(i), present(100));
            cache.fence(key(i));
            cache.invalidate(key(1_000 + i), 5);
            cache.publish(cache.fence(key(2_000 + i)), present(100));
        }
        timePasses(limits.memory().plus(LAG));
        assertThat(guards()).isZero();
        assertThat(stats().entries()).as("those published; those hidden went with their fence").isEqualTo(1_000);
    }

    @Test
    void whatATagMadeUnreachableLeavesAtItsTime() {
        var tag = new Tag("courses");
        cache.put(new CacheKey(Kind.COURSES_LIST, "all", Set.of(tag)), present(100));
        cache.invalidateTags(tag);
        timePasses(LIFE.plus(LAG));
        assertThat(stats().entries()).isZero();
    }
}
