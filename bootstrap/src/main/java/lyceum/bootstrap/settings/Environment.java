package lyceum.bootstrap.settings;

/** Production refuses to run on servers and secrets that Lyceum made up. */
public enum Environment {
    DEVELOPMENT,
    PRODUCTION
}
