package lyceum.simulation;

import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Demand;

/**
 * Times of one clock in those of another, as an adapter must do it: it knows how the clocks differ up to a round trip or so,
 * and errs towards what makes an entry look older.
 */
final class Translation {

    private final Host client;
    private final Host server;
    private final long error;

    /** @param error by how many milliseconds it may be wrong */
    Translation(Host client, Host server, long error) {
        this.client = client;
        this.server = server;
        this.error = error;
    }

    private static boolean never(long millis) {
        return millis == Long.MIN_VALUE || millis == Long.MAX_VALUE;
    }

    private static long between(long millis, Host from, Host to) {
        return never(millis) ? millis : to.millisAt(from.microsWhen(millis));
    }

    private static long moved(long millis, long by) {
        return never(millis) ? millis : millis + by;
    }

    long toServerEarly(long millis) {
        return moved(between(millis, client, server), -error);
    }

    long toServerLate(long millis) {
        return moved(between(millis, client, server), error + 1);
    }

    long toClientEarly(long millis) {
        return moved(between(millis, server, client), -error);
    }

    CacheEntry toServer(CacheEntry entry) {
        return new CacheEntry(
                entry.content(),
                toServerEarly(entry.loadedAt()),
                toServerEarly(entry.freshUntil()),
                toServerEarly(entry.staleUntil()));
    }

    CacheEntry toClient(CacheEntry entry) {
        return new CacheEntry(
                entry.content(),
                toClientEarly(entry.loadedAt()),
                toClientEarly(entry.freshUntil()),
                toClientEarly(entry.staleUntil()));
    }

    Demand toServer(Demand demand) {
        return demand.equals(Demand.FRESH)
                ? demand
                : new Demand(toServerLate(demand.loadedSince()), toServerLate(demand.freshBeyond()));
    }
}
