package lyceum.domain.cache;

/**
 * A write in progress on one key of one tier: until it is published, lifted or expired, every fill of the key is refused.
 * A later fence on the same key takes the place of an earlier one.
 *
 * @param token what the tier knows the fence by; opaque to everyone else
 */
public record Fence(CacheKey key, String token) {}
