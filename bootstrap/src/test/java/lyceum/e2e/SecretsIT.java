package lyceum.e2e;

import static lyceum.e2e.CanaryPeople.ANN;
import static lyceum.e2e.CanaryPeople.BOB;
import static lyceum.e2e.CanaryPeople.BOBS_NAME;
import static lyceum.e2e.CanaryPeople.NEXT_PASSWORD;
import static lyceum.e2e.CanaryPeople.ROOT;
import static lyceum.e2e.CanaryPeople.ROOTS_PASSWORD;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.bootstrap.embedded.EmbeddedMongo;
import lyceum.e2e.Canaries.Kind;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are where they belong and nowhere else. Each place is searched for all of them, and must have exactly those kinds
 * that it is there for: one that is found too many is a leak, and one too few a search that finds nothing.
 */
class SecretsIT {

    private static final String SECRET = "canary-secret-that-signs-the-tokens-1";
    private static final List<String> OTHER_SECRETS =
            List.of("canary-secret-that-signed-the-tokens-2", "canary-secret-that-will-sign-tokens-3");

    @TempDir
    private Path folder;

    private final Canaries canaries = new Canaries();
    private final Transcript transcript = new Transcript();
    private final SoftAssertions all = new SoftAssertions();
    private final RedisProcess redis = new RedisProcess();
    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoContents store = new MongoContents(mongo.uri());
    private Artefact artefact;

    @BeforeEach
    void start() throws Exception {
        CanaryPeople.tell(canaries);
        canaries.serverSecret(SECRET);
        OTHER_SECRETS.forEach(canaries::serverSecret);
        artefact = Artefact.start(folder, Map.of(
                "DEBUG", "true",
                "REDIS_URL", redis.url(),
                "MONGO_URI", mongo.uri(),
                "JWT_SECRET", SECRET,
                "JWT_SECRET_OTHERS", String.join(",", OTHER_SECRETS),
                "LYCEUM_ADMIN_EMAIL", ROOT,
                "LYCEUM_ADMIN_PASSWORD", ROOTS_PASSWORD,
                "LYCEUM_MAX_BODY", "256KB",
                "LYCEUM_MONGO_TIMEOUT", "2s"));
    }

    @AfterEach
    void stop() {
        artefact.close();
        store.close();
        mongo.close();
        redis.close();
    }

    @Test
    void secrets_are_where_they_belong_and_nowhere_else() throws Exception {
        var anyone = new Visitor(artefact.client(), canaries, transcript);
        var accounts = new AccountTour(anyone);
        try (var monitor = new RedisMonitor(redis)) {
            accounts.open();
            new SignInTour(anyone).takeAll();
            searchMongo();
            accounts.changePassword();
            accounts.administer(anyone.with(anyone.signedIn(ROOT, ROOTS_PASSWORD)));
            searchMongo();
            search("what Redis was sent", monitor.text(), Kind.PLANTED);
        }
        all.assertThat(store.collections().toString()).doesNotContain(BOB, BOBS_NAME);
        searchRedis();
        loseStores(anyone, accounts);
        artefact.process().destroy();
        artefact.exit();
        search("the output", artefact.output(), Kind.PLANTED);
        all.assertThat(transcript.leaks(canaries)).isEmpty();
        search("the answers", transcript.text(), Kind.PLANTED, Kind.PERSONAL, Kind.TOKEN);
        all.assertAll();
    }

    private void loseStores(Visitor anyone, AccountTour accounts) {
        var known = anyone.signedIn(ANN, NEXT_PASSWORD);
        redis.stop();
        accounts.goOn(known, 200);
        redis.startAgain();
        Until.holds("Redis is used again", () -> {
            anyone.signedIn(ANN, NEXT_PASSWORD);
            return RedisContents.of(redis).contains(CanaryPeople.DEVICE);
        });
        searchRedis();
        searchMongo();
        var last = anyone.signedIn(ANN, NEXT_PASSWORD);
        mongo.close();
        accounts.goOn(last, 503);
        searchRedis();
    }

    private void searchRedis() {
        search("Redis", RedisContents.of(redis), Kind.PLANTED);
        search("the file of Redis", RedisContents.file(redis), Kind.PLANTED);
    }

    private void searchMongo() {
        store.passwordHashes().forEach(canaries::passwordHash);
        store.collections().forEach((name, text) -> {
            switch (name) {
                case "users" -> search(name, text, Kind.PLANTED, Kind.PERSONAL, Kind.PASSWORD_HASH);
                case "sessions" -> search(name, text, Kind.PLANTED, Kind.REFRESH_HASH);
                default -> all.assertThat(canaries.in(text, List.of(Kind.PLANTED))).as(name).isEmpty();
            }
        });
    }

    private void search(String place, String text, Kind... expected) {
        var found = canaries.in(text);
        all.assertThat(found.keySet()).as("%s: %s", place, found).containsExactlyInAnyOrder(expected);
    }
}
