package lyceum.bootstrap.settings;

import static lyceum.bootstrap.settings.Formats.bytes;
import static lyceum.bootstrap.settings.Formats.duration;
import static lyceum.bootstrap.settings.Formats.fraction;
import static lyceum.bootstrap.settings.Formats.oneOf;
import static lyceum.bootstrap.settings.Formats.text;
import static lyceum.bootstrap.settings.Formats.uri;
import static lyceum.bootstrap.settings.Formats.wholeNumber;
import static lyceum.bootstrap.settings.Formats.word;
import static lyceum.bootstrap.settings.Formats.words;
import static lyceum.bootstrap.settings.Setting.withDefault;
import static lyceum.bootstrap.settings.Setting.optional;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.identity.Email;

/** The table of all settings. Whatever is told about a setting is told from here: the checks, the messages and the help. */
final class KnownSettings {

    private static final Format<Duration> LIFETIME = duration("1ms", "30d");
    private static final Format<Duration> PATIENCE = duration("1ms", "10m");
    private static final Format<Boolean> TRUE_OR_FALSE = oneOf("true", "false");

    static final Setting<ServerUri> MONGO_URI = Setting.secret(
            "MONGO_URI", uri("mongodb", "mongodb+srv"),
            "the MongoDB to use; without it, one that keeps its data in LYCEUM_DATA");
    static final Setting<ServerUri> REDIS_URL = Setting.secret(
            "REDIS_URL",
            uri("redis", "rediss", "redis-sentinel", "rediss-sentinel"),
            "the Redis to use; without it, one that lives and dies with Lyceum");
    static final Setting<Secret> JWT_SECRET = Setting.secret(
            "JWT_SECRET", Formats.secret(32, 4096),
            "signs the tokens, the same for all who share a database; without it, one is made and kept in LYCEUM_DATA");
    static final Setting<List<Secret>> JWT_SECRET_OTHERS = Setting.secret(
            "JWT_SECRET_OTHERS",
            Formats.secrets(32, 4096),
            "what tokens may be signed with too: the next JWT_SECRET, or the one before");
    static final Setting<Path> JWT_KEYS_FILE = optional(
            "JWT_KEYS_FILE",
            Formats.keyFile(),
            "keys for access tokens, the first private one to sign with instead of JWT_SECRET; read again when it changes");
    static final Setting<Integer> ACCESS_MINUTES =
            withDefault("ACCESS_TOKEN_EXPIRE_MINUTES", "15", wholeNumber(1, 1440), "how long an access token is valid");
    static final Setting<Integer> REFRESH_DAYS =
            withDefault("REFRESH_TOKEN_EXPIRE_DAYS", "7", wholeNumber(1, 30), "how long a refresh token is valid");
    static final Setting<Environment> ENVIRONMENT = withDefault(
            "ENVIRONMENT",
            "development",
            word(Environment.class),
            "production insists on MONGO_URI, REDIS_URL and JWT_SECRET");
    static final Setting<Boolean> DEBUG = withDefault("DEBUG", "false", TRUE_OR_FALSE, "log in detail");

    static final Setting<Integer> PORT =
            withDefault("LYCEUM_PORT", "8080", wholeNumber(0, 65535), "where to listen; 0 takes any free port");
    static final Setting<String> HOST = optional(
            "LYCEUM_HOST",
            text("a host name or address", "[A-Za-z0-9.:_-]+"),
            "the address to listen on; 127.0.0.1 unless given, 0.0.0.0 in production");
    static final Setting<Long> MAX_BODY =
            withDefault("LYCEUM_MAX_BODY", "2MB", bytes("256KB", "1GB"), "the largest request body taken");
    static final Setting<List<String>> TRUSTED_PROXIES = optional(
            "LYCEUM_TRUSTED_PROXIES",
            Formats.subnets(),
            "the load balancers whose X-Forwarded-For says where a request comes from");
    static final Setting<String> DATA =
            withDefault("LYCEUM_DATA", "./data", text("a folder", "[^\\x00]+"), "the folder of the embedded servers");
    static final Setting<Email> ADMIN_EMAIL = optional(
            "LYCEUM_ADMIN_EMAIL",
            Formats.email(),
            "an administrator to create at the start");
    static final Setting<Secret> ADMIN_PASSWORD =
            Setting.secret("LYCEUM_ADMIN_PASSWORD", Formats.secret(8, 128), "the password of that administrator");

    static final Setting<Boolean> CACHE =
            withDefault("LYCEUM_CACHE", "on", oneOf("on", "off"), "off answers every read from MongoDB");
    static final Setting<List<TierName>> TIERS =
            withDefault("LYCEUM_TIERS", "caffeine,redis", words(TierName.class),
                    "the tiers of the cache, nearest first");
    static final Setting<Long> L1_BYTES =
            withDefault("LYCEUM_L1_MAX_BYTES", "64MB", bytes("64KB", "64GB"), "how much the tier in memory may hold");
    static final Setting<Duration> COURSE_TTL =
            withDefault("LYCEUM_COURSE_TTL", "5m", LIFETIME, "how long a course is fresh");
    static final Setting<Duration> LIST_TTL =
            withDefault("LYCEUM_LIST_TTL", "2m", LIFETIME, "how long a list of courses is fresh");
    static final Setting<Duration> MISSING_TTL =
            withDefault("LYCEUM_MISSING_TTL", "10s", LIFETIME, "how long an id is remembered as missing");
    static final Setting<Duration> HOT = withDefault("LYCEUM_TTL_HOT", "1m", LIFETIME, "fresh time of the class hot");
    static final Setting<Duration> WARM =
            withDefault("LYCEUM_TTL_WARM", "5m", LIFETIME, "fresh time of the class warm");
    static final Setting<Duration> COLD =
            withDefault("LYCEUM_TTL_COLD", "30m", LIFETIME, "fresh time of the class cold");
    static final Setting<Duration> STATIC =
            withDefault("LYCEUM_TTL_STATIC", "24h", LIFETIME, "fresh time of the class static");
    static final Setting<Double> JITTER =
            withDefault("LYCEUM_TTL_JITTER", "0.1", fraction("0", "0.5"),
                    "the share by which fresh times are varied, so that few end together");

    static final Setting<Duration> BOUND =
            withDefault("LYCEUM_STALENESS_BOUND", "2s", duration("500ms", "1m"),
                    "no cached answer is without a write that is older than this, unless it is marked stale");
    static final Setting<Duration> STALE_TTL =
            withDefault("LYCEUM_STALE_TTL", "10m", duration("0ms", "7d"),
                    "how much longer than fresh something is kept, for when it is loaded anew or cannot be");
    static final Setting<Duration> SOFT_TIMEOUT =
            withDefault("LYCEUM_SOFT_TIMEOUT", "0ms", duration("0ms", "1m"),
                    "how long a read waits for a newer value than one past its fresh time");
    static final Setting<Duration> HARD_TIMEOUT =
            withDefault("LYCEUM_HARD_TIMEOUT", "4s", duration("10ms", "1m"),
                    "how long a read waits at all, before it is told to retry");

    static final Setting<Duration> REDIS_TIMEOUT =
            withDefault("LYCEUM_REDIS_TIMEOUT", "250ms", PATIENCE, "how long Redis may take to answer");
    static final Setting<Duration> MONGO_TIMEOUT =
            withDefault("LYCEUM_MONGO_TIMEOUT", "5s", PATIENCE, "how long MongoDB may take to answer");
    static final Setting<Integer> MONGO_POOL =
            withDefault("LYCEUM_MONGO_POOL", "100", wholeNumber(1, 10_000), "the most connections to MongoDB");
    static final Setting<Integer> MAX_LOADS =
            withDefault("LYCEUM_MAX_LOADS", "64", wholeNumber(1, 10_000),
                    "the most reads of MongoDB at once; the excess is told to retry");
    static final Setting<Boolean> SAMPLE =
            withDefault("LYCEUM_SAMPLE", "true", TRUE_OR_FALSE,
                    "fill an empty embedded MongoDB with a sample catalogue");
    static final Setting<Boolean> WARM_UP =
            withDefault("LYCEUM_WARM", "true", TRUE_OR_FALSE, "load what is read most into the cache at the start");

    static final Setting<List<Mechanism>> TEST_OFF =
            optional("LYCEUM_TEST_OFF", words(Mechanism.class), "for tests: parts of the coherence to switch off");
    static final Setting<Integer> TEST_SCHEMA =
            optional("LYCEUM_TEST_SCHEMA", wholeNumber(1, 1_000_000), "for tests: the number of the cached form");

    /** In the order in which problems and help are shown. */
    static final List<Setting<?>> ALL = List.of(
            MONGO_URI, REDIS_URL, JWT_SECRET, JWT_SECRET_OTHERS, JWT_KEYS_FILE, ACCESS_MINUTES, REFRESH_DAYS,
            ENVIRONMENT, DEBUG,
            PORT, HOST, MAX_BODY, TRUSTED_PROXIES, DATA, ADMIN_EMAIL, ADMIN_PASSWORD,
            CACHE, TIERS, L1_BYTES, COURSE_TTL, LIST_TTL, MISSING_TTL, HOT, WARM, COLD, STATIC, JITTER,
            BOUND, STALE_TTL, SOFT_TIMEOUT, HARD_TIMEOUT,
            REDIS_TIMEOUT, MONGO_TIMEOUT, MONGO_POOL, MAX_LOADS, SAMPLE, WARM_UP, TEST_OFF, TEST_SCHEMA);

    private KnownSettings() {}

    static List<String> names() {
        return ALL.stream().<String>map(Setting::name).toList();
    }
}
