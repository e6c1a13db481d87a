package lyceum.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.bootstrap.settings.Settings.Administrator;
import lyceum.bootstrap.settings.Settings.Caching;
import lyceum.bootstrap.settings.Settings.Coherence;
import lyceum.bootstrap.settings.Settings.FreshTimes;
import lyceum.bootstrap.settings.Settings.Http;
import lyceum.bootstrap.settings.Settings.Stores;
import lyceum.bootstrap.settings.Settings.Tokens;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.identity.Email;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String JWT_SECRET = "0123456789abcdef0123456789abcdef";

    /** The public key of RFC 8037, A.2. */
    private static final String KEYS = """
            {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void startWithNothingSet() {
        assertThat(Settings.of(Map.of())).isEqualTo(new Settings(
                Environment.DEVELOPMENT,
                false,
                new Http("127.0.0.1", 8080, 2 << 20, List.of()),
                new Stores(
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("./data"),
                        Duration.ofSeconds(5),
                        100,
                        64,
                        Duration.ofMillis(250)),
                new Tokens(
                        Optional.empty(), List.of(), Optional.empty(), Duration.ofMinutes(15), Duration.ofDays(7)),
                new Caching(
                        List.of(TierName.CAFFEINE, TierName.REDIS),
                        64 << 20,
                        new FreshTimes(
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(2),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(30),
                                Duration.ofHours(24)),
                        0.1,
                        Duration.ofMinutes(10),
                        Duration.ZERO,
                        Duration.ofSeconds(4),
                        new Coherence(Duration.ofSeconds(2), Set.of(), Optional.empty()),
                        true),
                Optional.empty(),
                true));
    }

    @Test
    void everySettingHasItsPlace() throws IOException {
        var keys = Files.writeString(folder.resolve("keys.json"), KEYS);
        assertThat(Settings.of(everySetting())).isEqualTo(new Settings(
                Environment.DEVELOPMENT,
                true,
                new Http("::1", 0, 256 << 10, List.of("10.0.0.0/8", "::1")),
                new Stores(
                        Optional.of(new ServerUri("mongodb+srv://u:p@db.example/lyceum")),
                        Optional.of(new ServerUri("rediss://:p@cache.example:6380/1")),
                        Path.of("/var/lib/lyceum"),
                        Duration.ofSeconds(7),
                        11,
                        12,
                        Duration.ofMillis(13)),
                new Tokens(
                        Optional.of(new Secret(JWT_SECRET)),
                        List.of(new Secret("a".repeat(32)), new Secret("b".repeat(4096))),
                        Optional.of(keys),
                        Duration.ofMinutes(1440),
                        Duration.ofDays(30)),
                new Caching(
                        List.of(TierName.REDIS, TierName.CAFFEINE),
                        1 << 30,
                        new FreshTimes(
                                Duration.ofMillis(1),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(3),
                                Duration.ofHours(4),
                                Duration.ofDays(5),
                                Duration.ofSeconds(6),
                                Duration.ofDays(30)),
                        0.5,
                        Duration.ofDays(7),
                        Duration.ofMillis(14),
                        Duration.ofSeconds(15),
                        new Coherence(Duration.ofMinutes(1), Set.of(Mechanism.LOG, Mechanism.FEED), Optional.of(16)),
                        false),
                Optional.of(new Administrator(new Email("admin@lyceum.example"), new Secret("correct horse"))),
                false));
    }

    private Map<String, String> everySetting() {
        Map<String, String> all = new HashMap<>(Map.of(
                "MONGO_URI", "mongodb+srv://u:p@db.example/lyceum", "REDIS_URL", "rediss://:p@cache.example:6380/1",
                "JWT_SECRET", JWT_SECRET, "ACCESS_TOKEN_EXPIRE_MINUTES", "1440",
                "REFRESH_TOKEN_EXPIRE_DAYS", "30", "ENVIRONMENT", "Development",
                "DEBUG", "TRUE", "LYCEUM_PORT", "0",
                "LYCEUM_HOST", "::1", "LYCEUM_MAX_BODY", "256KB"));
        all.putAll(Map.of(
                "LYCEUM_DATA", "/var/lib/lyceum", "LYCEUM_ADMIN_EMAIL", "admin@lyceum.example",
                "LYCEUM_ADMIN_PASSWORD", "correct horse", "LYCEUM_CACHE", "on",
                "LYCEUM_TIERS", "redis, caffeine", "LYCEUM_L1_MAX_BYTES", "1gb",
                "LYCEUM_COURSE_TTL", "1ms", "LYCEUM_LIST_TTL", "2s",
                "LYCEUM_MISSING_TTL", "3m", "LYCEUM_TTL_HOT", "4h"));
        all.putAll(Map.of(
                "LYCEUM_TTL_WARM", "5d", "LYCEUM_TTL_COLD", "6s",
                "LYCEUM_TTL_STATIC", "30d", "LYCEUM_TTL_JITTER", "0.5",
                "LYCEUM_REDIS_TIMEOUT", "13ms", "LYCEUM_MONGO_TIMEOUT", "7s",
                "LYCEUM_MONGO_POOL", "11", "LYCEUM_MAX_LOADS", "12",
                "LYCEUM_SAMPLE", "false", "LYCEUM_WARM", "false"));
        all.putAll(Map.of(
                "LYCEUM_STALENESS_BOUND", "1m", "LYCEUM_STALE_TTL", "7d",
                "LYCEUM_SOFT_TIMEOUT", "14ms", "LYCEUM_HARD_TIMEOUT", "15s",
                "LYCEUM_TEST_OFF", "log, feed", "LYCEUM_TEST_SCHEMA", "16",
                "LYCEUM_TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                "JWT_SECRET_OTHERS", "a".repeat(32) + ", " + "b".repeat(4096),
                "JWT_KEYS_FILE", folder.resolve("keys.json").toString()));
        return all;
    }

    @Test
    void aSettingThatNoTestGivesWouldGoUnnoticed() {
        assertThat(everySetting()).containsOnlyKeys(KnownSettings.names());
    }

    @Test
    void anEmptyValueCountsAsNone() {
        assertThat(Settings.of(Map.of("LYCEUM_PORT", " ", "MONGO_URI", ""))).isEqualTo(Settings.of(Map.of()));
    }

    @Test
    void productionListensOnEveryAddress() {
        Settings settings = Settings.of(Map.of(
                "ENVIRONMENT", "production",
                "MONGO_URI", "mongodb://db",
                "REDIS_URL", "redis://cache",
                "JWT_SECRET", JWT_SECRET));

        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void productionRefusesWhatIsForTests() {
        assertThatThrownBy(() -> Settings.of(Map.of(
                "ENVIRONMENT", "production",
                "MONGO_URI", "mongodb://db",
                "REDIS_URL", "redis://cache",
                "JWT_SECRET", JWT_SECRET,
                "LYCEUM_TEST_OFF", "trust")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("LYCEUM_TEST_OFF: is for tests");
    }

    @Test
    void oneSwitchTurnsCachingOff() {
        Caching caching = Settings.of(Map.of("LYCEUM_CACHE", "off", "LYCEUM_TIERS", "caffeine")).caching();

        assertThat(caching.on()).isFalse();
    }

    @Test
    void helpTellsOfEverySetting() {
        assertThat(Settings.help())
                .contains(KnownSettings.names())
                .contains("LYCEUM_TTL_JITTER (default 0.1)")
                .contains("a number from 0 to 0.5");
    }
}
