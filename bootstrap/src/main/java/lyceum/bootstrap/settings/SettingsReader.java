package lyceum.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.bootstrap.settings.Settings.Administrator;
import lyceum.bootstrap.settings.Settings.Caching;
import lyceum.bootstrap.settings.Settings.Coherence;
import lyceum.bootstrap.settings.Settings.FreshTimes;
import lyceum.bootstrap.settings.Settings.Http;
import lyceum.bootstrap.settings.Settings.Stores;
import lyceum.bootstrap.settings.Settings.Tokens;

/** Turns checked values into the shapes that the wiring uses. */
final class SettingsReader {

    private SettingsReader() {}

    static Settings read(Values values) {
        return new Settings(
                values.get(KnownSettings.ENVIRONMENT),
                values.get(KnownSettings.DEBUG),
                http(values),
                stores(values),
                tokens(values),
                caching(values),
                administrator(values),
                values.get(KnownSettings.SAMPLE));
    }

    /** Nothing that Lyceum made up should be reachable from elsewhere, so only production listens on every address. */
    private static Http http(Values values) {
        String host = values.get(KnownSettings.ENVIRONMENT) == Environment.PRODUCTION ? "0.0.0.0" : "127.0.0.1";
        return new Http(
                values.find(KnownSettings.HOST).orElse(host),
                values.get(KnownSettings.PORT),
                values.get(KnownSettings.MAX_BODY),
                values.find(KnownSettings.TRUSTED_PROXIES).orElse(List.of()));
    }

    private static Stores stores(Values values) {
        return new Stores(
                values.find(KnownSettings.MONGO_URI),
                values.find(KnownSettings.REDIS_URL),
                Path.of(values.get(KnownSettings.DATA)),
                values.get(KnownSettings.MONGO_TIMEOUT),
                values.get(KnownSettings.MONGO_POOL),
                values.get(KnownSettings.MAX_LOADS),
                values.get(KnownSettings.REDIS_TIMEOUT));
    }

    private static Tokens tokens(Values values) {
        return new Tokens(
                values.find(KnownSettings.JWT_SECRET),
                values.find(KnownSettings.JWT_SECRET_OTHERS).orElse(List.of()),
                values.find(KnownSettings.JWT_KEYS_FILE),
                Duration.ofMinutes(values.get(KnownSettings.ACCESS_MINUTES)),
                Duration.ofDays(values.get(KnownSettings.REFRESH_DAYS)));
    }

    private static Caching caching(Values values) {
        return new Caching(
                values.get(KnownSettings.CACHE) ? values.get(KnownSettings.TIERS) : List.of(),
                values.get(KnownSettings.L1_BYTES),
                freshTimes(values),
                values.get(KnownSettings.JITTER),
                values.get(KnownSettings.STALE_TTL),
                values.get(KnownSettings.SOFT_TIMEOUT),
                values.get(KnownSettings.HARD_TIMEOUT),
                coherence(values),
                values.get(KnownSettings.WARM_UP));
    }

    private static Coherence coherence(Values values) {
        return new Coherence(
                values.get(KnownSettings.BOUND),
                Set.copyOf(values.find(KnownSettings.TEST_OFF).orElse(List.of())),
                values.find(KnownSettings.TEST_SCHEMA));
    }

    private static FreshTimes freshTimes(Values values) {
        return new FreshTimes(
                values.get(KnownSettings.COURSE_TTL),
                values.get(KnownSettings.LIST_TTL),
                values.get(KnownSettings.MISSING_TTL),
                values.get(KnownSettings.HOT),
                values.get(KnownSettings.WARM),
                values.get(KnownSettings.COLD),
                values.get(KnownSettings.STATIC));
    }

    private static Optional<Administrator> administrator(Values values) {
        return values.find(KnownSettings.ADMIN_EMAIL)
                .map(email -> new Administrator(email, values.get(KnownSettings.ADMIN_PASSWORD)));
    }
}
