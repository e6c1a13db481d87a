package lyceum.contract;

import static lyceum.contract.CacheTierFixture.list;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import org.junit.jupiter.api.Test;

/** That no interleaving shows an older state after a newer one. {@code -Dlyceum.seed} repeats the threads' choices. */
public interface CacheTierRaceContract extends CacheTierFixture {

    int RACERS = 4;
    CacheKey RACED = list("raced", LISTS, CATEGORY);

    @Test
    default void noLoadSurvivesAnInvalidationOfItsVersion() throws Exception {
        race(true, (race, random) -> {
            var number = race.commit(random);
            await(tier().invalidate(RACED, number - 1));
            return number;
        });
    }

    @Test
    default void noLoadSurvivesAnInvalidationOfWhateverThereIs() throws Exception {
        race(false, invalidating(tier -> tier.invalidate(RACED, Long.MAX_VALUE)));
    }

    @Test
    default void noLoadSurvivesAnInvalidationOfItsTag() throws Exception {
        race(false, invalidating(tier -> tier.invalidateTags(Set.of(LISTS))));
    }

    @Test
    default void noLoadSurvivesAnInvalidationOfItsPrefix() throws Exception {
        race(false, invalidating(tier -> tier.invalidatePrefix(RACED.text())));
    }

    @Test
    default void noLoadSurvivesAClearing() throws Exception {
        race(false, invalidating(CacheTier::clear));
    }

    @Test
    default void noLoadSurvivesAPublicationAndNoPublicationIsUndone() throws Exception {
        race(true, this::publishing);
    }

    @Test
    default void publicationsAndInvalidationsMix() throws Exception {
        var tags = invalidating(tier -> tier.invalidateTags(Set.of(LISTS)));
        var prefix = invalidating(tier -> tier.invalidatePrefix(RACED.text()));
        race(true, (race, random) -> switch (random.nextInt(4)) {
            case 0 -> tags.run(race, random);
            case 1 -> prefix.run(race, random);
            default -> publishing(race, random);
        });
    }

    private Race.Write invalidating(Function<CacheTier, CompletionStage<?>> invalidation) {
        return (race, random) -> {
            var number = race.commit(random);
            await(invalidation.apply(tier()));
            return number;
        };
    }

    private long publishing(Race race, SplittableRandom random) {
        var fence = await(tier().fence(RACED));
        if (random.nextInt(4) == 0) {
            await(tier().lift(fence));
            return 0;
        }
        var number = race.commit(random);
        await(tier().publish(fence, race.entry(number)));
        return number;
    }

    private void race(boolean versioned, Race.Write write) throws Exception {
        var race = new Race(tier(), RACED, versioned, now());
        var seed = (long) Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        var random = new SplittableRandom(seed);
        try (var pool = Executors.newFixedThreadPool(RACERS)) {
            var racers = IntStream.range(0, RACERS)
                    .mapToObj(_ -> random.split())
                    .<Future<?>>map(choices -> pool.submit(() -> race.take(raceSteps(), choices, write)))
                    .toList();
            for (var racer : racers) {
                racer.get();
            }
        }
        assertThat(race.wrong()).as("seed %d", seed).isEmpty();
        assertThat(race.hits()).as("seed %d: something was seen", seed).isPositive();
    }
}
