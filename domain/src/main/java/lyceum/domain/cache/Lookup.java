package lyceum.domain.cache;

import org.jspecify.annotations.Nullable;

/** What a tier answers when asked for a key. */
public sealed interface Lookup {

    /** A value that is fresh, believed, and all that was demanded. */
    record Hit(CacheEntry entry) implements Lookup {}

    /**
     * A value that is not all that a hit is, before its hard limit.
     *
     * @param lease given to the one caller that is to refresh it
     */
    record Stale(CacheEntry entry, @Nullable Lease lease) implements Lookup {}

    /** No value: the caller is the one to load it. */
    record Leased(Lease lease) implements Lookup {}

    /** No value to give: another caller is loading or writing it, and it is worth asking again soon. */
    record Busy() implements Lookup {}
}
