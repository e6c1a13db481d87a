package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} does. */
public interface PasswordHasherContract {

    PasswordHasher hasher();

    @Test
    default void aPasswordMatchesItsHash() {
        assertThat(hasher().matches("pässwörd 1", hasher().hash("pässwörd 1"))).isTrue();
    }

    @Test
    default void anotherPasswordDoesNot() {
        var hash = hasher().hash("correct horse");
        assertThat(hasher().matches("correct horsf", hash)).isFalse();
        assertThat(hasher().matches("Correct horse", hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
    }

    /** Another program may have put it there. */
    @Test
    default void whatIsNoHashMatchesNothing() {
        for (var text : List.of("", " ", "-", "correct horse", "$2b$12$C6UzMDM.H6dfI/f/IKcEe.", "$argon2id$v=19$m=1",
                "$$$$$")) {
            assertThat(hasher().matches("correct horse", new PasswordHash(text))).as(text).isFalse();
        }
    }

    @Test
    default void equalPasswordsHaveDifferentHashes() {
        assertThat(hasher().hash("correct horse")).isNotEqualTo(hasher().hash("correct horse"));
    }

    @Test
    default void aHashShowsNoPassword() {
        var hash = hasher().hash("correct horse");
        assertThat(hash.value()).doesNotContain("correct horse");
        assertThat(hash.toString()).doesNotContain(hash.value());
    }

    @Test
    default void aHashMadeNowIsNotOutdated() {
        assertThat(hasher().isOutdated(hasher().hash("correct horse"))).isFalse();
    }

    @Test
    default void nobodysHashMatchesNothingAndIsNotOutdated() {
        assertThat(hasher().matches("", hasher().nobodys())).isFalse();
        assertThat(hasher().matches("correct horse", hasher().nobodys())).isFalse();
        assertThat(hasher().isOutdated(hasher().nobodys())).isFalse();
    }

    @Test
    default void workIsDoneOnceAndItsValueComesOut() {
        var times = new AtomicInteger();
        assertThat(hasher().<String>inTurn(() -> "done " + times.incrementAndGet())).isEqualTo("done 1");
        assertThat(times).hasValue(1);
    }

    @Test
    default void anExceptionOfTheWorkComesOutAndTheTurnIsOver() {
        var hasher = hasher();
        for (var round = 0; round < 20; round++) {
            var failure = new IllegalStateException("round " + round);
            assertThatThrownBy(() -> hasher.inTurn(() -> {
                throw failure;
            })).isSameAs(failure);
        }
        assertThat(hasher.<Boolean>inTurn(() -> true)).isTrue();
    }

    /** Else all turns could be taken by those who wait for another. */
    @Test
    default void hashingInATurnDoesNotWaitForAnother() {
        var hasher = hasher();
        var hash = hasher.hash("correct horse");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 10)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> hasher.<Boolean>inTurn(() -> hasher.inTurn(() -> hasher.matches("correct horse", hash)
                                    && hasher.matches("battery", hasher.hash("battery")))),
                            threads))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true));
        }
    }
}
