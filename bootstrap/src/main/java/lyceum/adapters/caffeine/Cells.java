package lyceum.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/**
 * All cells, in two regions: what is there, bounded by its bytes, and what is known to be absent, bounded by its
 * number, so that a scan of ids that do not exist pushes nothing out but other absences. A key is in one of them at
 * most: it leaves the one before it enters the other, for a reader in between may find nothing but never the older of
 * the two.
 */
final class Cells {

    private final Cache<CacheKey, Cell> present;
    private final Cache<CacheKey, Cell> absent;
    private final LongAdder evictions = new LongAdder();

    Cells(CaffeineLimits limits, Mortal.Times times) {
        this.present = times.<Cell>cache()
                .maximumWeight(limits.bytes())
                .weigher((CacheKey _, Cell cell) -> cell.entry().weight())
                .evictionListener((_, cell, cause) -> evicted(cell, cause))
                .build();
        this.absent = times.<Cell>cache()
                .maximumSize(limits.absences())
                .evictionListener((_, cell, cause) -> evicted(cell, cause))
                .build();
    }

    /** Caffeine collects no cell, so there is one. */
    private void evicted(@Nullable Cell cell, RemovalCause cause) {
        Objects.requireNonNull(cell).leave();
        if (cause == RemovalCause.SIZE) {
            evictions.increment();
        }
    }

    @Nullable
    Cell get(CacheKey key) {
        var cell = present.getIfPresent(key);
        return cell == null ? absent.getIfPresent(key) : cell;
    }

    /** Stores a cell unless it is not above the floor, or what is held is newer. */
    boolean store(CacheKey key, Cell cell, long floor, long now) {
        var version = cell.entry().version();
        var held = kept(key, now);
        var newer = held != null && held.entry().version() > version;
        if (newer || version <= floor || !cell.keptAt(now)) {
            return false;
        }
        put(key, cell);
        return true;
    }

    void hide(CacheKey key, long until, long now) {
        var cell = kept(key, now);
        if (cell != null) {
            put(key, cell.hidden(until));
        }
    }

    void show(CacheKey key, long now) {
        var cell = kept(key, now);
        if (cell != null) {
            put(key, cell.shown());
        }
    }

    /** @return whether there was an entry to remove */
    boolean removeUpTo(long version, CacheKey key, long now) {
        var cell = get(key);
        if (cell == null || cell.entry().version() > version) {
            return false;
        }
        var kept = cell.keptAt(now);
        remove(key, present);
        remove(key, absent);
        return kept;
    }

    private @Nullable Cell kept(CacheKey key, long now) {
        var cell = get(key);
        return cell != null && cell.keptAt(now) ? cell : null;
    }

    private void put(CacheKey key, Cell cell) {
        switch (cell.entry().content()) {
            case Content.Present _ -> move(key, cell, absent, present);
            case Content.Absent _ -> move(key, cell, present, absent);
        }
    }

    /** Who has the old cell in hand must not believe it by a confirmation that comes after the new one. */
    private static void move(CacheKey key, Cell cell, Cache<CacheKey, Cell> from, Cache<CacheKey, Cell> to) {
        remove(key, from);
        var replaced = to.asMap().put(key, cell);
        if (replaced != null) {
            replaced.leave();
        }
    }

    private static void remove(CacheKey key, Cache<CacheKey, Cell> region) {
        var cell = region.getIfPresent(key);
        if (cell != null) {
            cell.leave();
            region.invalidate(key);
        }
    }

    void removeAll() {
        present.invalidateAll();
        absent.invalidateAll();
    }

    Stream<CacheKey> keys() {
        return Stream.concat(present.asMap().keySet().stream(), absent.asMap().keySet().stream());
    }

    TierStats stats(long guards) {
        var absences = absent.estimatedSize();
        var entries = present.estimatedSize() + absences;
        return new TierStats(entries, bytes(), evictions.sum(), Map.of("absences", absences, "guards", guards));
    }

    private long bytes() {
        var absences = absent.asMap().values().stream();
        var ofPresent = present.policy().eviction().orElseThrow().weightedSize().orElseThrow();
        return ofPresent + absences.mapToLong(cell -> cell.entry().weight()).sum();
    }
}
