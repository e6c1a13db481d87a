package lyceum.contract;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Position;
import lyceum.domain.cache.Kind;

/** What the contract of a log asks of its implementation's test, and the words its tests are written in. */
public interface ChangeLogFixture {

    /** Changed last, to find the end of what is awaited. */
    CacheKey SENTINEL = new CacheKey(Kind.COURSE, "sentinel");

    /** The tier that the log is of, empty and never confirmed when the test begins. */
    CacheTier announcingTier();

    ChangeLog log();

    /** The time that entries and confirmations count in. */
    long now();

    /** Returns when at least this much time has passed. */
    void passTime(Duration time);

    /** How long a reader waits at the most; {@link Duration#ZERO} if it need not be told of time. */
    Duration longestWait();

    /** Loses the records so far. */
    void loseRecords();

    /** By how many milliseconds a time may come back changed. */
    default long tolerance() {
        return 0;
    }

    default TierProbe announcing() {
        return new TierProbe(announcingTier(), tolerance());
    }

    default CacheEntry entry(long version) {
        var now = now();
        var content = CacheTierFixture.present(version, Body.of("version " + version));
        return new CacheEntry(content, now, now + 60_000, now + 60_000);
    }

    default Position end() {
        return await(log().after(null)).last();
    }

    /** All that was announced after the position, read in as many steps as the log likes. */
    default List<Announcement> announcedAfter(Position position) {
        announcing().invalidate(SENTINEL);
        var last = new Announcement.Obsolete(SENTINEL, Long.MAX_VALUE);
        var all = new ArrayList<Announcement>();
        var next = position;
        while (!all.contains(last)) {
            var batch = await(log().after(next));
            assertThat(batch.gap()).as("a gap").isFalse();
            batch.entries().forEach(entry -> all.add(entry.announcement()));
            next = batch.last();
        }
        assertThat(all).endsWith(last);
        return all.subList(0, all.size() - 1);
    }
}
