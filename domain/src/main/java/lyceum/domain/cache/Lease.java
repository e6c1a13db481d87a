package lyceum.domain.cache;

/**
 * The right to fill one key of one tier once. It dies by itself after the tier's lease time, at a fill or release, and at
 * every invalidation of the key or of one of its tags.
 *
 * @param token what the tier knows the lease by; opaque to everyone else
 */
public record Lease(CacheKey key, String token) {}
