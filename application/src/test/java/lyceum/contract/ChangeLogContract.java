package lyceum.contract;

import static lyceum.contract.CacheTierFixture.CATEGORY;
import static lyceum.contract.CacheTierFixture.KEY;
import static lyceum.contract.CacheTierFixture.LISTS;
import static lyceum.contract.CacheTierFixture.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Announcement.Confirmed;
import lyceum.domain.cache.Announcement.Obsolete;
import org.junit.jupiter.api.Test;

/** What every {@link lyceum.domain.cache.ChangeLog} must pass: what is announced and what is not, and how it is read. */
public interface ChangeLogContract extends ChangeLogReaderContract {

    @Test
    default void everyKindOfChangeIsAnnouncedInOrder() {
        var tier = announcing();
        var begin = end();
        tier.publish(tier.fence(KEY), entry(4));
        tier.invalidate(OTHER, 7);
        tier.invalidateTags(LISTS, CATEGORY);
        tier.invalidate(KEY);
        tier.invalidatePrefix("course:x");
        tier.clear();
        assertThat(announcedAfter(begin)).containsExactly(
                new Obsolete(KEY, 3),
                new Obsolete(OTHER, 7),
                new Announcement.TagsEnded(Set.of(LISTS, CATEGORY)),
                new Obsolete(KEY, Long.MAX_VALUE),
                new Announcement.PrefixRemoved("course:x"),
                new Announcement.Cleared());
    }

    @Test
    default void aPublicationThatIsNotStoredIsAnnounced() {
        var tier = announcing();
        var begin = end();
        var earlier = tier.fence(KEY);
        tier.fence(KEY);
        assertThat(tier.publish(earlier, entry(9))).isFalse();
        assertThat(announcedAfter(begin)).containsExactly(new Obsolete(KEY, 8));
    }

    @Test
    default void whatMakesNothingObsoleteIsNotAnnounced() {
        var tier = announcing();
        var begin = end();
        tier.put(KEY, entry(1));
        tier.assertHits(KEY, entry(1));
        tier.release(tier.lease(OTHER));
        tier.lift(tier.fence(KEY));
        tier.invalidateTags();
        assertThat(announcedAfter(begin)).isEmpty();
    }

    @Test
    default void whatIsNoNewsIsNotAnnounced() {
        var tier = announcing();
        tier.publish(tier.fence(KEY), entry(4));
        tier.invalidate(OTHER, 7);
        var begin = end();
        tier.invalidate(KEY, 3);
        tier.invalidate(OTHER, 7);
        assertThat(announcedAfter(begin)).isEmpty();
    }

    @Test
    default void aConfirmationComesAfterTheRecordsBeforeIt() {
        var tier = announcing();
        tier.confirm(Long.MIN_VALUE, now() - 2_000);
        var begin = end();
        var until = now();
        tier.invalidate(KEY, 1);
        tier.confirm(until - 2_000 - tolerance(), until);
        tier.invalidate(OTHER, 2);
        assertThat(announcedAfter(begin)).satisfiesExactly(
                first -> assertThat(first).isEqualTo(new Obsolete(KEY, 1)),
                second -> confirms(second, until),
                third -> assertThat(third).isEqualTo(new Obsolete(OTHER, 2)));
    }

    @Test
    default void aConfirmationThatLeavesAHoleClearsBeforeItConfirms() {
        var tier = announcing();
        var begin = end();
        var until = now();
        tier.confirm(until - 1_000, until);
        assertThat(announcedAfter(begin)).satisfiesExactly(
                first -> assertThat(first).isEqualTo(new Announcement.Cleared()),
                second -> confirms(second, until));
    }

    private void confirms(Announcement announcement, long until) {
        assertThat(announcement).isInstanceOfSatisfying(
                Confirmed.class, confirmed -> assertThat(confirmed.until()).isCloseTo(until, within(tolerance())));
    }
}
