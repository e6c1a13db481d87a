package lyceum.bootstrap.settings;

/** The cache tiers that can be chosen. */
public enum TierName {
    CAFFEINE,
    REDIS
}
