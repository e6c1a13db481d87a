package lyceum.application.cache;

/** Times to live by how fast a thing changes, for callers that know better than its kind. */
public enum TtlClass {
    HOT,
    WARM,
    COLD,
    STATIC
}
