package lyceum.domain.cache;

/** What the source of truth says of a key at one version: a representation, or that there is none. */
public sealed interface Content {

    /** The optimistic lock of the record in the source of truth; 0 where the thing has no version, such as a list. */
    long version();

    /**
     * @param etag a strong entity tag (RFC 9110, 8.8.3), quotes included: equal tags mean equal bytes
     */
    record Present(long version, String etag, Body body) implements Content {}

    /**
     * Nothing to show.
     *
     * @param version the last version known of what is gone or hidden; 0 if it never was
     */
    record Absent(long version) implements Content {}
}
