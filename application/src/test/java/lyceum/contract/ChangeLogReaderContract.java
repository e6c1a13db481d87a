package lyceum.contract;

import static lyceum.contract.CacheTierFixture.KEY;
import static lyceum.contract.CacheTierFixture.OTHER;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lyceum.domain.cache.Announcement.Obsolete;
import org.junit.jupiter.api.Test;

/** That a reader misses nothing without being told. */
public interface ChangeLogReaderContract extends ChangeLogFixture {

    @Test
    default void whoComesWithoutAPositionIsToldTheEndAndThatHeMayHaveMissedAll() {
        announcing().invalidate(KEY, 1);
        var batch = await(log().after(null));
        assertThat(batch.gap()).isTrue();
        assertThat(batch.entries()).isEmpty();
        announcing().invalidate(OTHER, 1);
        assertThat(announcedAfter(batch.last())).containsExactly(new Obsolete(OTHER, 1));
    }

    @Test
    default void aReaderGoesOnFromWhereverHeWas() {
        var begin = end();
        announcing().invalidate(KEY, 1);
        var middle = await(log().after(begin));
        assertThat(middle.entries()).hasSize(1);
        assertThat(middle.entries().getFirst().at()).isCloseTo(now(), within(tolerance()));
        announcing().invalidate(OTHER, 1);
        assertThat(announcedAfter(middle.last())).containsExactly(new Obsolete(OTHER, 1));
        assertThat(announcedAfter(begin)).startsWith(new Obsolete(KEY, 1), new Obsolete(OTHER, 1));
    }

    @Test
    default void aReaderWhoWaitsIsToldOfTheNextChange() {
        var waiting = log().after(end());
        announcing().invalidate(KEY, 1);
        var batch = await(waiting);
        assertThat(batch.gap()).isFalse();
        assertThat(batch.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.announcement()).isEqualTo(new Obsolete(KEY, 1)));
    }

    @Test
    default void aReaderWhoWaitedForNothingIsToldSoAndMissesNothing() {
        var waiting = log().after(end());
        passTime(longestWait());
        var batch = await(waiting);
        assertThat(batch.entries()).isEmpty();
        assertThat(batch.gap()).isFalse();
        announcing().invalidate(KEY, 1);
        assertThat(announcedAfter(batch.last())).containsExactly(new Obsolete(KEY, 1));
    }

    @Test
    default void recordsThatAreLostAreAGap() {
        var begin = end();
        announcing().invalidate(KEY, 1);
        loseRecords();
        var batch = await(log().after(begin));
        assertThat(batch.gap()).isTrue();
        announcing().invalidate(OTHER, 1);
        assertThat(announcedAfter(batch.last())).containsExactly(new Obsolete(OTHER, 1));
    }

    @Test
    default void recordsThatAreLostAreAGapAlsoToWhoComesAfterTheNextChange() {
        var begin = end();
        announcing().invalidate(KEY, 1);
        loseRecords();
        announcing().invalidate(OTHER, 1);
        assertThat(await(log().after(begin)).gap()).isTrue();
    }
}
