package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Jwks;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TokenVerifierTest {

    private static final int MUTATIONS = 20_000;

    private final ManualClock clock = new ManualClock();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    enum Algorithm {
        HS256,
        ES256,
        EDDSA
    }

    private TokenInstance instance(Algorithm algorithm) {
        var file = folder.resolve("keys");
        return switch (algorithm) {
            case HS256 -> new TokenInstance(TokenKeys.of(TokenInstance.SECRET), clock);
            case ES256 -> TokenInstance.withFile(Jwks.write(file, Jwks.es256("key")), clock);
            case EDDSA -> TokenInstance.withFile(Jwks.write(file, Jwks.edDsa("key")), clock);
        };
    }

    /** Times are checked on every use, also of what is remembered. */
    @ParameterizedTest
    @EnumSource
    void aTokenCountsInItsTimeAlone(Algorithm algorithm) {
        var instance = instance(algorithm);
        var claims = instance.claims();
        var token = instance.token(claims);
        assertThat(instance.verify(token)).isEqualTo(claims);
        assertThat(instance.verify(token)).isEqualTo(claims);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(instance.verify(token)).isEqualTo(claims);
        clock.advance(Duration.ofMillis(1));
        assertThat(instance.verify(token)).isNull();
        clock.advance(Duration.ofMinutes(-20));
        assertThat(instance.verify(token)).isNull();
    }

    /** A token is good at once on an instance whose clock is some seconds behind, and no longer on one whose clock is ahead. */
    @Test
    void clocksMayDifferBySeconds() {
        var keys = TokenKeys.of(TokenInstance.SECRET);
        var behind = new TokenInstance(keys, ManualClock.behind(Duration.ofSeconds(5)));
        var far = new TokenInstance(keys, ManualClock.behind(Duration.ofMillis(5001)));
        var token = new TokenInstance(keys, clock).token();
        assertThat(behind.accepts(token)).isTrue();
        assertThat(far.accepts(token)).isFalse();
        var ahead = new TokenInstance(keys, ManualClock.behind(Duration.ofMinutes(-15)));
        assertThat(ahead.accepts(token)).isFalse();
    }

    /** More tokens than there are places: some displace others, and all stay good. */
    @Test
    void displacedTokensAreStillGood() {
        var instance = instance(Algorithm.HS256);
        var tokens = Stream.generate(instance::token).limit(TokenVerifier.REMEMBERED + 2000).toList();
        assertThat(tokens).allMatch(instance::accepts);
        assertThat(tokens.stream().map(instance::verify).distinct()).hasSameSizeAs(tokens);
    }

    /** Letters that cannot be encoded are all hashed alike; that must not make one token look like another. */
    @Test
    void strangeLettersDoNotPassForOthers() {
        var instance = instance(Algorithm.HS256);
        var token = instance.token();
        assertThat(instance.accepts(token)).isTrue();
        for (var at : List.of(0, 5, token.length() / 2, token.length() - 1)) {
            for (var letter : List.of("\ud800", "?", "\u0000", "\uff21", "\u00e9", "\ud83d\ude00", "\n", " ")) {
                assertThat(instance.accepts(token.substring(0, at) + letter + token.substring(at + 1))).isFalse();
                assertThat(instance.accepts(token.substring(0, at) + letter + token.substring(at))).isFalse();
            }
        }
    }

    /** Whatever becomes of a good token, it is good no more and nothing breaks. Run again with -Dfuzz.seed. */
    @ParameterizedTest
    @EnumSource
    void noMutationIsAccepted(Algorithm algorithm) {
        var seed = Long.getLong("fuzz.seed", new Random().nextLong());
        System.out.println("fuzz.seed=" + seed);
        var random = new Random(seed);
        var instance = instance(algorithm);
        var good = Stream.generate(instance::token).limit(5).toList();
        for (var round = 0; round < MUTATIONS / (algorithm == Algorithm.HS256 ? 1 : 10); round++) {
            var mutant = Mutations.of(good, random);
            if (!good.contains(mutant)) {
                assertThat(instance.accepts(mutant)).as("fuzz.seed=%s: %s", seed, mutant).isFalse();
            }
        }
        assertThat(good).allMatch(instance::accepts);
    }
}
