package lyceum.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidSettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfTheTable() {
        Map<String, String> given = new HashMap<>(Map.of(
                "REDIS_URL", "http://cache",
                "JWT_SECRET", "short",
                "JWT_KEYS_FILE", "/nowhere/keys.json",
                "ENVIRONMENT", "production",
                "DEBUG", "yes",
                "LYCEUM_PORT", "65536",
                "LYCEUM_ADMIN_EMAIL", "admin@lyceum.example",
                "LYCEUM_TIERS", "caffeine,memcache",
                "LYCEUM_TTL_JITTER", "0.6",
                "LYCEUM_COLOUR", "blue"));
        given.put("LYCEUM_L2_MAX_BYTES", "1MB");
        given.put("JWT_SECRET_OTHERS", "short,shorter");

        assertThat(problems(given)).containsExactly(
                "MONGO_URI: is required with ENVIRONMENT=production; allowed: mongodb://host... or mongodb+srv://host...",
                "REDIS_URL: is the address of another kind of server; allowed: redis://host... or rediss://host..."
                        + " or redis-sentinel://host... or rediss-sentinel://host...",
                "JWT_SECRET: has 5 characters; allowed: from 32 to 4096 characters",
                "JWT_SECRET_OTHERS: has a secret that has 5 characters; allowed: secrets such as a,b, each from 32 to 4096"
                        + " characters, none with a comma in it",
                "JWT_KEYS_FILE: \"/nowhere/keys.json\" does not exist; allowed: a JWK Set, each key with a kid, EC on P-256"
                        + " or OKP on Ed25519",
                "DEBUG: \"yes\" is neither of the two; allowed: true or false",
                "LYCEUM_PORT: \"65536\" is too large; allowed: a whole number from 0 to 65535",
                "LYCEUM_ADMIN_PASSWORD: is required with LYCEUM_ADMIN_EMAIL; allowed: from 8 to 128 characters",
                "LYCEUM_TIERS: \"caffeine,memcache\" has an unknown name; allowed: a list such as a,b of: caffeine, redis",
                "LYCEUM_TTL_JITTER: \"0.6\" is too large; allowed: a number from 0 to 0.5",
                "LYCEUM_COLOUR: is not a setting",
                "LYCEUM_L2_MAX_BYTES: is not a setting; did you mean LYCEUM_L1_MAX_BYTES?");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ACCESS_TOKEN_EXPIRE_MINUTES | 0          | is too small
            ACCESS_TOKEN_EXPIRE_MINUTES | 1441       | is too large
            ACCESS_TOKEN_EXPIRE_MINUTES | 15m        | is not a whole number
            REFRESH_TOKEN_EXPIRE_DAYS   | 31         | is too large
            LYCEUM_PORT                 | -1         | is too small
            LYCEUM_PORT                 | 9999999999 | is too large
            LYCEUM_HOST                 | a host     | has another form
            LYCEUM_TIERS                | redis,     | has an unknown name
            LYCEUM_TIERS                | redis,redis| names one twice
            LYCEUM_TTL_JITTER           | a tenth    | is not a number
            LYCEUM_COURSE_TTL           | 5          | is not a number with one of the units ms, s, m, h, d
            LYCEUM_COURSE_TTL           | 31d        | is too large
            LYCEUM_COURSE_TTL           | 0s         | is too small
            LYCEUM_L1_MAX_BYTES         | 64 MiB     | is not a number with one of the units B, KB, MB, GB
            LYCEUM_L1_MAX_BYTES         | 1          | is too small
            LYCEUM_ADMIN_EMAIL          | nobody     | is not one
            """, delimiter = '|')
    void theFaultIsNamed(String name, String value, String fault) {
        assertThat(problems(Map.of(name, value)))
                .anyMatch(problem -> problem.startsWith(name + ": \"" + value + "\" " + fault + "; allowed: "));
    }

    @ParameterizedTest
    @CsvSource({
        "MONGO_URI, mongodb:/u:hunter2@host",
        "MONGO_URI, https://u:hunter2@host",
        "REDIS_URL, redis://:hunter2/x@host",
        "JWT_SECRET, hunter2",
        "JWT_SECRET_OTHERS, hunter2hunter2hunter2hunter2hunter2;hunter2",
        "JWT_SECRET_OTHERS, hunter2hunter2hunter2hunter2hunter2;hunter2hunter2hunter2hunter2hunter2",
        "JWT_SECRET_OTHERS, hunter2hunter2hunter2hunter2hunter2;",
        "LYCEUM_ADMIN_PASSWORD, hunter2"
    })
    void aSecretIsNeverRepeated(String name, String value) {
        InvalidSettings invalid = invalid(Map.of(name, value.replace(';', ',')));

        assertThat(invalid).hasMessageContaining(name).message().doesNotContain("hunter2");
    }

    @Test
    void nothingThatHoldsASecretPrintsIt() {
        Settings settings = Settings.of(Map.of(
                "MONGO_URI", "mongodb://user:hunter2@a:1,b:2/lyceum?tlsCertificateKeyFilePassword=hunter2",
                "REDIS_URL", "redis://:hunter2@cache:6379/0",
                "JWT_SECRET", "hunter2hunter2hunter2hunter2hunter2",
                "JWT_SECRET_OTHERS", "hunter2hunter2hunter2hunter2hunter2,4hunter2hunter2hunter2hunter2hunter2",
                "LYCEUM_ADMIN_EMAIL", "admin@lyceum.example",
                "LYCEUM_ADMIN_PASSWORD", "hunter2hunter2"));

        assertThat(settings.toString())
                .doesNotContain("hunter2")
                .contains("mongodb://a:1,b:2/lyceum", "redis://cache:6379/0", "[secret]");
    }

    @Test
    void whatIsWrongWithAFileOfKeysIsToldWithoutTheKeys() throws IOException {
        var file = folder.resolve("keys.json");
        var set =
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"hunter2\",\"d\":\"hunter2\"}]}";
        Files.writeString(file, set);
        assertThat(problems(Map.of("JWT_KEYS_FILE", file.toString())))
                .singleElement()
                .asString()
                .startsWith("JWT_KEYS_FILE: ")
                .contains("has a key (number 1) that is malformed")
                .doesNotContain("hunter2");
        assertThat(problems(Map.of("JWT_KEYS_FILE", "\u0000"))).first().asString().contains("is not a path");
    }

    @Test
    void eachServerCanBeReplacedAlone() {
        assertThat(Settings.of(Map.of("MONGO_URI", "mongodb://db")).tokens().secret()).isEmpty();
        assertThat(Settings.of(Map.of("REDIS_URL", "redis://cache")).tokens().secret()).isEmpty();
    }

    @Test
    void aLongValueIsShortenedAndCannotForgeALine() {
        assertThat(problems(Map.of("LYCEUM_PORT", "1\nDEBUG: fine" + "x".repeat(99))))
                .singleElement()
                .asString()
                .doesNotContain("\n")
                .hasSizeLessThan(150);
    }

    private static List<String> problems(Map<String, String> given) {
        return invalid(given).problems().stream().map(Problem::toString).toList();
    }

    private static InvalidSettings invalid(Map<String, String> given) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidSettings.class, () -> Settings.of(given)));
    }
}
