package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Jwks;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two processes change their keys step by step, never at the same moment, and neither refuses a token that either has issued. */
final class KeyRotationTest {

    private static final String OLD = "the-old-secret-of-40-characters-01234567";
    private static final String NEW = "the-new-secret-of-40-characters-01234567";

    private final ManualClock clock = new ManualClock();
    private final List<String> live = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void secretsInThreeSteps() {
        var phases = List.of(
                TokenKeys.of(OLD),
                TokenKeys.of(OLD, NEW),
                TokenKeys.of(NEW, OLD),
                TokenKeys.of(NEW));
        var one = instance(phases.getFirst());
        var other = instance(phases.getFirst());
        for (var phase : phases) {
            if (phase.equals(phases.getLast())) {
                outliveAllTokens();
            }
            one = instance(phase);
            acceptEachOthers(one, other);
            other = instance(phase);
            acceptEachOthers(one, other);
        }
        assertThat(one.accepts(instance(TokenKeys.of(OLD)).token())).isFalse();
    }

    private TokenInstance instance(TokenKeys keys) {
        return new TokenInstance(keys, clock);
    }

    static Stream<List<JWK>> pairs() {
        return Stream.of(
                List.of(Jwks.es256("old"), Jwks.es256("new")),
                List.of(Jwks.edDsa("old"), Jwks.edDsa("new")),
                List.of(Jwks.es256("old"), Jwks.edDsa("new")));
    }

    /** Each process has its own file and reads it in its own time; none is started anew. */
    @ParameterizedTest
    @MethodSource("pairs")
    void filesInThreeSteps(List<JWK> keys) {
        var before = keys.getFirst();
        var after = keys.getLast();
        var files = List.of(Jwks.write(folder.resolve("one"), before), Jwks.write(folder.resolve("other"), before));
        var one = TokenInstance.withFile(files.getFirst(), clock);
        var other = TokenInstance.withFile(files.getLast(), clock);
        var early = one.token();
        acceptEachOthers(one, other);
        for (var phase : List.of(new JWK[] {before, after}, new JWK[] {after, before}, new JWK[] {after})) {
            if (phase.length == 1) {
                outliveAllTokens();
            }
            files.forEach(file -> Jwks.write(file, phase));
            one.keys.look();
            acceptEachOthers(one, other);
            other.keys.look();
            acceptEachOthers(one, other);
        }
        assertThat(one.keys.current().signing().id()).isEqualTo("new");
        assertThat(one.keys.current().find(early.substring(0, early.indexOf('.')))).isNull();
    }

    /** The public key first, then the private one beside the secret, which goes last. */
    @Test
    void fromASecretToAFile() {
        var key = Jwks.es256("first");
        var files = List.of(
                Jwks.write(folder.resolve("one"), key.toPublicJWK()),
                Jwks.write(folder.resolve("other"), key.toPublicJWK()));
        var both = new TokenKeys(OLD, List.of(OLD), Optional.of(files.getFirst()));
        var one = instance(both);
        var other = instance(TokenKeys.of(OLD));
        acceptEachOthers(one, other);
        other = instance(new TokenKeys(OLD, List.of(OLD), Optional.of(files.getLast())));
        acceptEachOthers(one, other);
        files.forEach(file -> Jwks.write(file, key));
        one.keys.look();
        acceptEachOthers(one, other);
        other.keys.look();
        acceptEachOthers(one, other);
        outliveAllTokens();
        one = instance(new TokenKeys(OLD, List.of(), Optional.of(files.getFirst())));
        acceptEachOthers(one, other);
        assertThat(one.accepts(instance(TokenKeys.of(OLD)).token())).isFalse();
    }

    private void acceptEachOthers(TokenInstance one, TokenInstance other) {
        live.add(one.token());
        live.add(other.token());
        for (var token : live) {
            assertThat(one.accepts(token)).isTrue();
            assertThat(other.accepts(token)).isTrue();
        }
    }

    private void outliveAllTokens() {
        clock.advance(Duration.ofMinutes(15));
        live.clear();
    }

    /** While the file goes back and forth between two orders of its keys, tokens are issued and verified without a pause. */
    @Test
    void noTokenInUseIsRefusedWhileKeysAreRead() throws InterruptedException, ExecutionException {
        var keys = List.of(Jwks.es256("ec"), Jwks.edDsa("ed"));
        var file = Jwks.write(folder.resolve("keys"), keys.getFirst(), keys.getLast());
        var instance = TokenInstance.withFile(file, clock);
        var ended = new AtomicBoolean();
        Callable<Boolean> user = () -> {
            var first = instance.token();
            var good = true;
            while (!ended.get()) {
                good &= instance.accepts(first) && instance.accepts(instance.token());
            }
            return good;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            var users = List.of(threads.submit(user), threads.submit(user), threads.submit(user));
            for (var turn = 0; turn < 30; turn++) {
                Jwks.write(file, keys.get(turn % 2), keys.get((turn + 1) % 2));
                instance.keys.look();
            }
            ended.set(true);
            for (var one : users) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(instance.keys.current().generation()).isEqualTo(30);
    }
}
