package lyceum.domain.idempotency;

/**
 * A request that came with a key.
 *
 * @param key stands for the key, whose it is, and what it is for
 * @param fingerprint of the content: two requests of one key and fingerprint are the same request, sent again
 */
public record KeyedRequest(String key, String fingerprint) {}
