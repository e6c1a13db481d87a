package lyceum.adapters.web.cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.json.Json;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.CacheStatistics.Line;
import lyceum.application.cache.TieredCache;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.TierStats;

/** What the caches of this process did, and what each tier knows of itself. A tier that does not answer says so. */
final class StatsJson {

    private static final List<Event> OF_TIERS = List.of(
            Event.HIT,
            Event.STALE_HIT,
            Event.MISS,
            Event.FILL,
            Event.REFUSED,
            Event.INVALIDATION,
            Event.UNAVAILABLE,
            Event.LEASE_WAIT,
            Event.SUSPECT,
            Event.REFRESH);
    private static final List<Event> OF_SOURCE = List.of(Event.LOAD, Event.LOAD_FAILURE, Event.TIMEOUT);

    private StatsJson() {}

    static CompletionStage<Json> of(TieredCache cache, CoherenceStatistics.Report coherence) {
        var lines = cache.statistics().lines();
        var tiers = new ArrayList<CompletableFuture<Json>>();
        cache.tiers().forEach(tier -> tiers.add(tier(tier, lines).toCompletableFuture()));
        return CompletableFuture.allOf(tiers.toArray(CompletableFuture[]::new)).thenApply(_ -> Json.object()
                .put("hit_ratio", Json.number(hitRatio(lines)))
                .put("tiers", Json.array(tiers, CompletableFuture::join))
                .put(CacheStatistics.SOURCE, kinds(CacheStatistics.SOURCE, lines, OF_SOURCE))
                .put("coherence", CoherenceJson.of(coherence, sum(lines, Event.REFUSED), sum(lines, Event.LEASE_WAIT)))
                .build());
    }

    /** Of all reads, those that some tier answered: a read that misses the first tier and hits the second is one hit. */
    private static double hitRatio(List<Line> lines) {
        var hits = sum(lines, Event.HIT) + sum(lines, Event.STALE_HIT);
        var reads = hits + sum(lines, Event.LOAD) + sum(lines, Event.LOAD_FAILURE);
        return ratio(hits, reads);
    }

    private static CompletionStage<Json> tier(CacheTier tier, List<Line> lines) {
        return tier.stats().handle((stats, failure) -> {
            var json = Json.object().put("name", tier.name());
            if (failure == null) {
                own(json, stats);
            } else {
                json.put("error", "does not answer");
            }
            var mine = lines.stream().filter(line -> line.place().equals(tier.name())).toList();
            return json.put("hit_ratio", Json.number(tierRatio(mine)))
                    .put("kinds", kinds(tier.name(), lines, OF_TIERS))
                    .build();
        });
    }

    private static void own(Json.ObjectBuilder json, TierStats stats) {
        var details = Json.object();
        new TreeMap<>(stats.details()).forEach(details::put);
        json.put("entries", stats.entries())
                .put("bytes", stats.bytes())
                .put("evictions", stats.evictions())
                .put("details", details.build());
    }

    private static double tierRatio(List<Line> lines) {
        var hits = sum(lines, Event.HIT) + sum(lines, Event.STALE_HIT);
        return ratio(hits, hits + sum(lines, Event.MISS));
    }

    private static Json kinds(String place, List<Line> lines, List<Event> events) {
        var kinds = Json.object();
        lines.stream()
                .filter(line -> line.place().equals(place))
                .sorted(Comparator.comparing(Line::kind))
                .forEach(line -> kinds.put(line.kind(), kind(line, events)));
        return kinds.build();
    }

    private static Json kind(Line line, List<Event> events) {
        var json = Json.object();
        events.forEach(event -> json.put(plural(event), line.count(event)));
        if (events.contains(Event.HIT)) {
            json.put("hit_ratio", Json.number(line.hitRatio()));
        }
        return json.build();
    }

    private static String plural(Event event) {
        return switch (event) {
            case MISS -> "misses";
            case REFRESH -> "refreshes";
            case REFUSED, UNAVAILABLE -> event.name().toLowerCase(Locale.ROOT);
            default -> event.name().toLowerCase(Locale.ROOT) + 's';
        };
    }

    private static long sum(List<Line> lines, Event event) {
        return lines.stream().mapToLong(line -> line.count(event)).sum();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
