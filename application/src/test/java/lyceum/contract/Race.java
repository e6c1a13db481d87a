package lyceum.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lyceum.contract.TierProbe.await;

import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;

/**
 * Many threads read, load and write one key. The source of truth is a number that every commit raises; what is cached
 * is the number that a load read.
 *
 * <p>The oracle notes, before each look into the tier, the largest number whose write was acknowledged or that anyone
 * had seen there. The look may find nothing, but no smaller number: a smaller one was loaded before an invalidation
 * and appeared after it, or replaced a newer one.
 */
final class Race {

    interface Write {
        /** @return what was committed, 0 if nothing; returning acknowledges it */
        long run(Race race, SplittableRandom random);
    }

    private static final int WRITES_IN_HUNDRED = 30;
    private static final int FAILED_LOADS_IN_HUNDRED = 5;

    private final CacheTier tier;
    private final CacheKey key;
    private final boolean versioned;
    private final long now;
    private final AtomicLong truth = new AtomicLong();
    private final AtomicLong leastToSee = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param versioned whether entries carry the number as their version; a list's are all 0 */
    Race(CacheTier tier, CacheKey key, boolean versioned, long now) {
        this.tier = tier;
        this.key = key;
        this.versioned = versioned;
        this.now = now;
    }

    Queue<String> wrong() {
        return wrong;
    }

    long hits() {
        return hits.sum();
    }

    void take(int steps, SplittableRandom random, Write write) {
        for (var step = 0; step < steps; step++) {
            if (random.nextInt(100) < WRITES_IN_HUNDRED) {
                write(random, write);
            } else {
                peek();
                read(random);
            }
        }
    }

    private void write(SplittableRandom random, Write write) {
        dawdle(random);
        leastToSee.accumulateAndGet(write.run(this, random), Math::max);
    }

    long commit(SplittableRandom random) {
        var number = truth.incrementAndGet();
        dawdle(random);
        return number;
    }

    private void peek() {
        var least = leastToSee.get();
        var entry = tier.peek(key);
        if (entry != null) {
            check(entry, least, "peek");
        }
    }

    private void read(SplittableRandom random) {
        var least = leastToSee.get();
        switch (await(tier.lookup(key))) {
            case Lookup.Hit(var entry) -> check(entry, least, "lookup");
            case Lookup.Leased(var lease) -> load(lease, random);
            case Lookup.Stale stale -> wrong.add("nothing is stale here: " + stale);
            case Lookup.Busy _ -> dawdle(random);
        }
    }

    private void load(Lease lease, SplittableRandom random) {
        var number = truth.get();
        dawdle(random);
        if (random.nextInt(100) < FAILED_LOADS_IN_HUNDRED) {
            await(tier.release(lease));
        } else {
            await(tier.fill(lease, entry(number)));
        }
    }

    /**
     * Gives the other threads a chance to do something in the middle; nothing relies on their taking it. Seldom, for
     * the narrow windows are met best at full speed.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void dawdle(SplittableRandom random) {
        for (var i = random.nextInt(16); i > 13; i--) {
            Thread.yield();
        }
    }

    private void check(CacheEntry entry, long least, String by) {
        hits.increment();
        var number = number(entry);
        if (number < least) {
            wrong.add("%s found %d after %d was seen or acknowledged".formatted(by, number, least));
        }
        leastToSee.accumulateAndGet(number, Math::max);
    }

    CacheEntry entry(long number) {
        var content = CacheTierFixture.present(versioned ? number : 0, Body.of(Long.toString(number)));
        return new CacheEntry(content, now, now + 600_000, now + 600_000);
    }

    private static long number(CacheEntry entry) {
        return switch (entry.content()) {
            case Content.Present present -> Long.parseLong(new String(present.body().shared(), UTF_8));
            case Content.Absent absent -> absent.version();
        };
    }
}
